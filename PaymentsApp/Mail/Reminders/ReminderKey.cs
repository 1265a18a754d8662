namespace PaymentsApp.Mail.Reminders;

/// <summary>Names a proposal.</summary>
public readonly record struct ReminderKey(int OrganizationId, int Level);
