namespace PaymentsApp.Domain;

/// <summary>Cancels a wrong credit note: what it credits is gone, the credit note stays visible.</summary>
/// <param name="WithdrawalId">Made by the caller (Guid v7); the idempotency key.</param>
/// <param name="CreditNoteId">The credit note.</param>
/// <param name="CancelledOn">The business date; not before it was issued or used.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelCreditNote(Guid WithdrawalId, Guid CreditNoteId, DateOnly CancelledOn, string Reason)
{
    /// <summary>Takes it off its invoices first, which are open again; otherwise a credit note that is used is not cancelled.</summary>
    public bool TakesOffInvoices { get; init; }
}
