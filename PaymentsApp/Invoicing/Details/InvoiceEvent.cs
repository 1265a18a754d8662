using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Details;

/// <summary>Something that lowered what is open, or was meant to.</summary>
/// <param name="PaymentId">The payment it is part of; null for an adjustment.</param>
/// <param name="What">“Check 1234” or “Discount”.</param>
/// <param name="On">Its business date.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="Reversed">Why it no longer counts; null when it does.</param>
public sealed record InvoiceEvent(
    Guid Id,
    Guid? PaymentId,
    long? PaymentNumber,
    string What,
    Money Amount,
    DateOnly On,
    DateTime RecordedAt,
    string RecordedBy,
    InvoiceEventReversal? Reversed);
