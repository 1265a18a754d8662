namespace PaymentsApp.Domain;

/// <summary>
/// The pure function from facts to double entry: two lines each, one the opposite of the other, so every entry balances in its currency.
/// The facts are the source; postings are derived for export and proof, never stored.
/// </summary>
public static class Postings
{
    /// <param name="kind">What happened.</param>
    /// <param name="amount">Its amount; negative for a reversal.</param>
    public static IReadOnlyList<Posting> Of(JournalFactKind kind, Money amount)
    {
        var (debit, credit) = AccountsOf(kind);
        return [new(debit, amount), new(credit, -amount)];
    }

    private static (LedgerAccount Debit, LedgerAccount Credit) AccountsOf(JournalFactKind kind) => kind switch
    {
        JournalFactKind.Invoice => (LedgerAccount.Receivable, LedgerAccount.Sales),
        JournalFactKind.CreditNote => (LedgerAccount.SalesCredits, LedgerAccount.OpenCreditNotes),
        JournalFactKind.Payment => (LedgerAccount.Bank, LedgerAccount.UnappliedCredit),
        JournalFactKind.Allocation => (LedgerAccount.UnappliedCredit, LedgerAccount.Receivable),
        JournalFactKind.Refund => (LedgerAccount.UnappliedCredit, LedgerAccount.Bank),
        JournalFactKind.BankFee => (LedgerAccount.BankFees, LedgerAccount.UnappliedCredit), // it adds to what can be applied
        JournalFactKind.Discount => (LedgerAccount.Discounts, LedgerAccount.Receivable),
        JournalFactKind.WriteOff => (LedgerAccount.WriteOffs, LedgerAccount.Receivable),
        JournalFactKind.AgencyCommission => (LedgerAccount.AgencyCommission, LedgerAccount.Receivable),
        JournalFactKind.Deduction => (LedgerAccount.Deductions, LedgerAccount.Receivable),
        JournalFactKind.CreditNoteApplied => (LedgerAccount.OpenCreditNotes, LedgerAccount.Receivable),
        JournalFactKind.CreditNoteRefund => (LedgerAccount.OpenCreditNotes, LedgerAccount.Bank),
        JournalFactKind.ReturnFee => (LedgerAccount.BankFees, LedgerAccount.Bank),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No postings for it."),
    };
}
