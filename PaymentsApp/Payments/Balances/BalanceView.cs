using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Balances;

/// <summary>A kept figure and the facts that make it.</summary>
/// <param name="Figure">As it is kept.</param>
/// <param name="EarlierCount">Facts before those that are listed.</param>
/// <param name="Earlier">What those come to, added up by the database.</param>
/// <param name="Facts">By date, the latest last.</param>
public sealed record BalanceView(Money Figure, int EarlierCount, Money Earlier, IReadOnlyList<BalanceFact> Facts)
{
    /// <summary>What the facts come to.</summary>
    public Money Sum => Facts.Count == 0 ? Earlier : Facts[^1].Balance;

    /// <summary>The facts come to what is kept; anything else is a fault that <c>verify</c> reports too.</summary>
    public bool Agrees => Sum == Figure;
}
