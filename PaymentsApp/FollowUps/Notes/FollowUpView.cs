namespace PaymentsApp.FollowUps.Notes;

/// <summary>What is planned for a client account, and what was said and done, the latest first.</summary>
/// <param name="NextOn">Null: nothing is planned.</param>
/// <param name="NextFor">Who should do it; null: anyone in Finance.</param>
/// <param name="Version">What <see cref="Domain.WriteFollowUp.SeenVersion"/> asks for.</param>
/// <param name="IsDue">It is planned for today or before.</param>
public sealed record FollowUpView(
    string Organization, DateOnly? NextOn, string? NextFor, int Version, bool IsDue, IReadOnlyList<FollowUpLine> Lines, IReadOnlyList<string> Contacts);
