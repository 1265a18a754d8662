using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Approvals;

/// <summary>Something that waits for a second person.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Difference">The difference, when it is one.</param>
/// <param name="RequestedAt">On the company's clock.</param>
/// <param name="IsOwn">The person who looks asked for it: it can be withdrawn, not approved.</param>
public sealed record ApprovalView(
    Guid Id,
    ApprovalKind Kind,
    InvoiceAdjustment? Difference,
    Money? Amount,
    string Reason,
    int? OrganizationId,
    string? Organization,
    int? InvoiceId,
    string? InvoiceNumber,
    Guid? PaymentId,
    long? PaymentNumber,
    DateTime RequestedAt,
    string RequestedBy,
    bool IsOwn);
