using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Disputes;

/// <summary>A dispute with what was said.</summary>
/// <param name="OpenedAt">On the company's clock.</param>
/// <param name="Messages">In the order in which they were written.</param>
/// <param name="Closed">Null while it is open.</param>
public sealed record DisputeView(
    Guid Id,
    int InvoiceId,
    string InvoiceNumber,
    int OrganizationId,
    string Organization,
    Money Amount,
    string ReasonCode,
    Guid? PaymentId,
    DateTime OpenedAt,
    string OpenedBy,
    IReadOnlyList<DisputeMessageView> Messages,
    DisputeClosing? Closed);
