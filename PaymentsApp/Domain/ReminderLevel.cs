namespace PaymentsApp.Domain;

/// <summary>One step of a reminder policy.</summary>
/// <param name="Number">1, 2, ...</param>
/// <param name="DaysAfterDue">From so many days after the due date on.</param>
/// <param name="Tone">Which text.</param>
/// <param name="ContactRole">The role of the contacts who get it, such as “Accounts payable”; null for all with an address. Where nobody has the role, all get it.</param>
public sealed record ReminderLevel(int Number, int DaysAfterDue, ReminderTone Tone, string? ContactRole);
