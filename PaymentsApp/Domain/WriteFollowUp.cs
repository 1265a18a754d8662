namespace PaymentsApp.Domain;

/// <summary>Notes what was said or done about a client account.</summary>
/// <param name="EntryId">Made when the window opens; sent again it does nothing twice.</param>
/// <param name="SpokeWith">A contact's name, or another person's; null for nobody.</param>
/// <param name="Next">The next action; null leaves what is planned, but with <see cref="FollowUpKind.Done"/>: nothing more is planned.</param>
/// <param name="SeenVersion">With <see cref="FollowUpKind.Done"/>: the <see cref="NextAction.Version"/> that the person saw; 0 for none.</param>
public sealed record WriteFollowUp(
    Guid EntryId, int OrganizationId, FollowUpKind Kind, string Text, string? SpokeWith, PlannedAction? Next, int SeenVersion = 0);
