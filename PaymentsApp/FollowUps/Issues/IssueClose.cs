namespace PaymentsApp.FollowUps.Issues;

/// <summary>The issues that appear next, and which of their advertisers are overdue.</summary>
/// <param name="Issues">Their names; empty: no row names an issue that is still to come.</param>
/// <param name="AppearOn">The first day of their month.</param>
/// <param name="BookedCount">All advertisers booked there.</param>
/// <param name="Clients">Those who are overdue, the latest first.</param>
public sealed record IssueClose(IReadOnlyList<string> Issues, DateOnly? AppearOn, int BookedCount, IReadOnlyList<IssueClient> Clients);
