using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Credits;

/// <summary>A credit note with where it went.</summary>
/// <param name="AppliedTo">The nettings that stand, in the order in which it was done.</param>
/// <param name="Withdrawals">Its cancellation or its refunds that stand, and refunds that wait.</param>
public sealed record CreditNoteLine(
    Guid Id, string Number, DateOnly IssuedOn, string Reason, Money Total, Money Unapplied, IReadOnlyList<CreditNetting> AppliedTo,
    IReadOnlyList<CreditWithdrawalView> Withdrawals)
{
    public bool IsCancelled => Withdrawals.Any(withdrawal => withdrawal.Kind == CreditNoteWithdrawalKind.Cancellation);

    /// <summary>A refund stands: it has to be taken back before the credit note is cancelled.</summary>
    public bool IsRefunded => Withdrawals.Any(withdrawal => withdrawal is { Kind: CreditNoteWithdrawalKind.Refund, IsWaiting: false });

    public Money Applied => AppliedTo.Aggregate(Money.Zero(Total.Currency), (sum, netting) => sum + netting.Amount);

    /// <summary>The first day on which it can be cancelled: until then it was needed.</summary>
    public DateOnly LastUsedOn => AppliedTo.Select(netting => netting.On).Append(IssuedOn).Max();
}
