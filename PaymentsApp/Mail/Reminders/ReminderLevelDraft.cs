using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Reminders;

/// <summary>A level while it is typed.</summary>
internal sealed class ReminderLevelDraft
{
    public string Days { get; set; } = string.Empty;

    public ReminderTone Tone { get; set; }

    public string? Role { get; set; }
}
