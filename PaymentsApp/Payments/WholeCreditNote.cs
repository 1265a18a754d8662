using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>A credit note with everything that uses it up and stands.</summary>
/// <param name="Nettings">Where it was netted.</param>
/// <param name="Withdrawals">Its cancellation, or what was paid back.</param>
internal sealed record WholeCreditNote(CreditNote Note, IReadOnlyList<Adjustment> Nettings, IReadOnlyList<CreditNoteWithdrawal> Withdrawals)
{
    public Money Applied => new(Nettings.Sum(netting => netting.AmountMinor), Note.Currency);

    public Money Refunded =>
        new(Withdrawals.Where(w => w.Kind == CreditNoteWithdrawalKind.Refund).Sum(refund => refund.AmountMinor), Note.Currency);

    /// <summary>Nothing is taken from it before this day: until then it was needed.</summary>
    public DateOnly LastUsedOn =>
        Nettings.Select(netting => netting.EffectiveOn).Concat(Withdrawals.Select(w => w.EffectiveOn)).Append(Note.IssuedOn).Max();
}
