using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Attachments;

/// <summary>A file of a payment, without its bytes.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="At">In the company's time zone.</param>
public sealed record AttachmentView(Guid Id, string FileName, AttachmentKind Kind, int Length, string AddedBy, DateTime At);
