using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Credits;

/// <summary>That an organization has credit while it owes something, and what one press would do about it.</summary>
/// <param name="Organization">Its name.</param>
/// <param name="Credit">All that is left, per currency.</param>
/// <param name="CanApply">The person may use it.</param>
/// <param name="Uses">What one press would do; empty when nothing open takes it, or the person may not.</param>
/// <param name="Into">The number of the invoice, when it is one; null when there are none or several.</param>
public sealed record CreditOffer(string Organization, MoneyPerCurrency Credit, bool CanApply, IReadOnlyList<CreditUse> Uses, string? Into)
{
    /// <summary>What one press would apply.</summary>
    public MoneyPerCurrency Applied { get; } = new(Uses.Select(use => use.Amount));

    /// <summary>To how many invoices.</summary>
    public int InvoiceCount { get; } = Uses.Select(use => use.InvoiceId).Distinct().Count();
}
