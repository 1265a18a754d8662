namespace PaymentsApp.Domain;

/// <summary>How much a role may give away without a second person. In the company's currency; other currencies count the same figure.</summary>
public sealed class RoleLimit(string role, long largestWriteOffMinor, long largestDiscountMinor)
{
    /// <summary>One of <see cref="Roles.All"/>; the key.</summary>
    public string Role { get; private set; } = Invariant.NotBlank(role);

    /// <summary>The largest write-off or deduction of one invoice, in minor units; 0 allows none alone.</summary>
    public long LargestWriteOffMinor { get; private set; } = largestWriteOffMinor;

    /// <summary>The largest discount or commission of one invoice beyond what was agreed, in minor units; 0 allows none alone.</summary>
    public long LargestDiscountMinor { get; private set; } = largestDiscountMinor;

    /// <summary>What a new database starts with.</summary>
    public static IReadOnlyList<RoleLimit> Standard() => [new(Roles.Finance, 50_00, 100_00)];

    /// <summary>The same figure in another currency: 50.00 USD is 50 JPY, rounded down.</summary>
    /// <param name="minor">A limit, in minor units of the company's currency.</param>
    /// <param name="companyCurrency">The company's.</param>
    /// <param name="currency">That of the invoice.</param>
    public static long SameFigure(long minor, string companyCurrency, string currency) =>
        (long)Int128.Min((Int128)minor * Currency.MinorPerUnit(currency) / Currency.MinorPerUnit(companyCurrency), long.MaxValue / 4);

    public void Edit(long largestWriteOffMinor, long largestDiscountMinor)
    {
        Invariant.Holds(largestWriteOffMinor >= 0 && largestDiscountMinor >= 0, "A limit is not negative.");
        LargestWriteOffMinor = largestWriteOffMinor;
        LargestDiscountMinor = largestDiscountMinor;
    }
}
