using System.Globalization;

namespace PaymentsApp.Domain;

/// <summary>
/// Where the parts of an aging end: not due, up to the first bound of days overdue, up to the second, up to the third, over it.
/// The one place that knows them; the company chooses them in its settings.
/// </summary>
public sealed record AgingBounds(int First, int Second, int Third)
{
    /// <summary>How many parts there are.</summary>
    public const int Count = 5;

    /// <summary>The last bound that can be chosen, in days.</summary>
    public const int DaysMax = 999;

    private IReadOnlyList<string>? _titles;
    private IReadOnlyList<string>? _shortTitles;

    public static AgingBounds Default { get; } = new(30, 60, 90);

    /// <summary>What the parts are called.</summary>
    public IReadOnlyList<string> Titles => _titles ??=
    [
        "Not due", Days(1, First), Days(First + 1, Second), Days(Second + 1, Third), FormattableString.Invariant($"Over {Third} days"),
    ];

    /// <summary>The same for narrow columns whose heading says that these are days overdue.</summary>
    public IReadOnlyList<string> ShortTitles => _shortTitles ??= [.. Titles.Select(title => title.Replace(" days", string.Empty, StringComparison.Ordinal))];

    /// <summary>Whether they rise, from one day on.</summary>
    public bool AreRising => First >= 1 && Second > First && Third > Second && Third <= DaysMax;

    /// <summary>From what <see cref="ToString"/> wrote; the default for nothing and for what cannot be read.</summary>
    public static AgingBounds Parse(string? text)
    {
        int[] days = [.. (text ?? string.Empty).Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : 0)];
        return days is [var first, var second, var third] && new AgingBounds(first, second, third) is { AreRising: true } bounds ? bounds : Default;
    }

    /// <summary>The part that so many days overdue belong to.</summary>
    public int PartOf(int daysOverdue) =>
        daysOverdue <= 0 ? 0 : daysOverdue <= First ? 1 : daysOverdue <= Second ? 2 : daysOverdue <= Third ? 3 : Count - 1;

    /// <summary>The earliest due day of a part; the last part has none.</summary>
    public DateOnly EarliestDueOn(int part, DateOnly today) => today.AddDays(part switch
    {
        0 => 0,
        1 => -First,
        2 => -Second,
        3 => -Third,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "The last part has no earliest day."),
    });

    public bool Equals(AgingBounds? other) => other is not null && (First, Second, Third) == (other.First, other.Second, other.Third);

    public override int GetHashCode() => HashCode.Combine(First, Second, Third);

    /// <summary>As it is stored: "30,60,90".</summary>
    public override string ToString() => FormattableString.Invariant($"{First},{Second},{Third}");

    private static string Days(int from, int to) => FormattableString.Invariant($"{from}–{to} days");
}
