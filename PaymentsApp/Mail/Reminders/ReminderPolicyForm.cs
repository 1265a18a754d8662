using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Reminders;

/// <summary>A reminder policy in the settings.</summary>
/// <param name="Id">Null for a new one, and for the usual one that was never changed.</param>
/// <param name="Name">Unique.</param>
/// <param name="IsDefault">It goes for all clients that have no other.</param>
/// <param name="IsAutomatic">Its reminders go out without a person.</param>
/// <param name="Levels">In order.</param>
public sealed record ReminderPolicyForm(int? Id, string Name, bool IsDefault, bool IsAutomatic, IReadOnlyList<ReminderLevel> Levels);
