using System.Text.Json;

namespace PaymentsApp.Domain;

/// <summary>When clients are reminded, and how. The default one goes for everybody who has no other.</summary>
public sealed class ReminderPolicy
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 60;

    /// <summary>The most levels.</summary>
    public const int LevelsMax = 6;

    /// <summary>The longest time after the due date, in days.</summary>
    public const int DaysMax = 730;

    /// <summary>What holds before the company says otherwise: released by a person, after one, three and six weeks.</summary>
    public static readonly IReadOnlyList<ReminderLevel> UsualLevels =
        [new(1, 7, ReminderTone.Friendly, null), new(2, 21, ReminderTone.Firm, null), new(3, 42, ReminderTone.Final, null)];

    public ReminderPolicy(string name, bool isDefault, bool isAutomatic, IReadOnlyList<ReminderLevel> levels)
    {
        IsDefault = isDefault;
        Name = LevelsJson = string.Empty;
        Edit(name, isAutomatic, levels);
    }

    private ReminderPolicy() => Name = LevelsJson = string.Empty; // for EF Core

    public int Id { get; private set; }

    public string Name { get; private set; }

    /// <summary>One of all policies is.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>True: sent without a person; else proposed.</summary>
    public bool IsAutomatic { get; private set; }

    /// <summary>The levels as JSON.</summary>
    public string LevelsJson { get; private set; }

    /// <summary>In order: level 1, 2, ..., each later than the one before.</summary>
    public IReadOnlyList<ReminderLevel> Levels => JsonSerializer.Deserialize<List<ReminderLevel>>(LevelsJson) ?? [];

    public static ReminderPolicy Usual() => new("Standard", isDefault: true, isAutomatic: false, UsualLevels);

    public void Edit(string name, bool isAutomatic, IReadOnlyList<ReminderLevel> levels)
    {
        Invariant.Holds(levels.Index().All(level => level.Item.Number == level.Index + 1), "Levels are numbered from 1.");
        Invariant.Holds(levels.Zip(levels.Skip(1)).All(pair => pair.First.DaysAfterDue < pair.Second.DaysAfterDue), "Each level is later than the one before.");
        Name = Invariant.NotBlank(name);
        IsAutomatic = isAutomatic;
        LevelsJson = JsonSerializer.Serialize(levels);
    }
}
