using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Notes;

/// <summary>A note or a call.</summary>
/// <param name="At">On the company's clock.</param>
public sealed record FollowUpLine(Guid Id, FollowUpKind Kind, string Text, string? SpokeWith, DateOnly? NextOn, string By, DateTime At);
