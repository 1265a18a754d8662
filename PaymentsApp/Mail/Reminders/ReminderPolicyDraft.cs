using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Reminders;

/// <summary>A policy while it is typed.</summary>
internal sealed class ReminderPolicyDraft
{
    public int? Id { get; init; }

    public bool IsDefault { get; init; }

    public string Name { get; set; } = string.Empty;

    public bool IsAutomatic { get; set; }

    public List<ReminderLevelDraft> Levels { get; init; } = [];

    public static ReminderPolicyDraft Of(ReminderPolicyForm form) => new()
    {
        Id = form.Id,
        IsDefault = form.IsDefault,
        Name = form.Name,
        IsAutomatic = form.IsAutomatic,
        Levels = [.. form.Levels.Select(level => new ReminderLevelDraft { Days = level.DaysAfterDue.ToString(CultureInfo.InvariantCulture), Tone = level.Tone, Role = level.ContactRole })],
    };

    public void AddLevel() => Levels.Add(new ReminderLevelDraft { Tone = ReminderTone.Final });

    public void RemoveLevel() => Levels.RemoveAt(Levels.Count - 1);

    /// <summary>What is no number of days is refused by the service.</summary>
    public ReminderPolicyForm ToForm() => new(
        Id, Name, IsDefault, IsAutomatic,
        [
            .. Levels.Select((level, index) => new ReminderLevel(
                index + 1, int.TryParse(level.Days.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1, level.Tone, level.Role)),
        ]);
}
