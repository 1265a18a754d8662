using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Balances;

/// <summary>A fact that moved a figure.</summary>
/// <param name="On">Its business date.</param>
/// <param name="What">“Applied”, “Write-off taken back”.</param>
/// <param name="InvoiceNumber">The invoice concerned; null when it is a payment as a whole, or not this person's to see.</param>
/// <param name="PaymentNumber">The payment concerned; null for none.</param>
/// <param name="Why">The reason that was given; null for none.</param>
/// <param name="By">Who recorded it; null for an invoice, which its import or form brought.</param>
/// <param name="RecordedAt">On the company's clock; null likewise.</param>
/// <param name="Change">What it did to the figure.</param>
/// <param name="Balance">The figure after it.</param>
public sealed record BalanceFact(
    DateOnly On,
    string What,
    int? InvoiceId,
    string? InvoiceNumber,
    Guid? PaymentId,
    long? PaymentNumber,
    string? Why,
    string? By,
    DateTime? RecordedAt,
    Money Change,
    Money Balance);
