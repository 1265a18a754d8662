namespace PaymentsApp.Domain;

/// <summary>How the publisher's own books call an account.</summary>
public sealed class LedgerAccountNumber(LedgerAccount account, string number, string name)
{
    /// <summary>The longest number, in characters.</summary>
    public const int NumberLength = 30;

    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>The key.</summary>
    public LedgerAccount Account { get; private set; } = account;

    public string Number { get; private set; } = Invariant.NotBlank(number);

    public string Name { get; private set; } = Invariant.NotBlank(name);

    /// <summary>What a new database starts with.</summary>
    public static IReadOnlyList<LedgerAccountNumber> Standard() =>
    [
        new(LedgerAccount.Bank, "1010", "Bank"),
        new(LedgerAccount.Receivable, "1200", "Accounts receivable"),
        new(LedgerAccount.UnappliedCredit, "2100", "Unapplied customer credit"),
        new(LedgerAccount.OpenCreditNotes, "2150", "Open credit notes"),
        new(LedgerAccount.Sales, "4000", "Advertising sales"),
        new(LedgerAccount.SalesCredits, "4090", "Sales credits"),
        new(LedgerAccount.Discounts, "4810", "Early-payment discounts"),
        new(LedgerAccount.AgencyCommission, "4820", "Agency commission"),
        new(LedgerAccount.Deductions, "4830", "Deductions"),
        new(LedgerAccount.BankFees, "6100", "Bank fees"),
        new(LedgerAccount.WriteOffs, "6200", "Write-offs"),
    ];

    public void Edit(string number, string name)
    {
        Number = Invariant.NotBlank(number);
        Name = Invariant.NotBlank(name);
    }
}
