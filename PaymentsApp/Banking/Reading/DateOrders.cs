namespace PaymentsApp.Banking.Reading;

/// <summary>Decides the order of all dates of a column or file together: one date above the twelfth settles them all.</summary>
internal static class DateOrders
{
    public const string Key = "dates";

    /// <param name="texts">All dates.</param>
    /// <param name="choices">An answer given earlier.</param>
    /// <param name="question">Set when two orders remain that give different days.</param>
    /// <param name="reason">How it was decided, when not by the dates' own figures.</param>
    /// <returns>The order; null when no order reads them all, or when a question is open.</returns>
    public static DateOrder? Decide(IReadOnlyList<string> texts, BankFileChoices choices, out BankQuestion? question, out string? reason)
    {
        (question, reason) = (null, null);
        var possible = Enum.GetValues<DateOrder>().Where(order => texts.All(text => DateText.Read(text, order) is not null)).ToList();
        if (Named(choices.Answer(Key)) is { } answer && possible.Contains(answer))
        {
            return answer;
        }

        possible = possible.DistinctBy(order => string.Join(',', texts.Select(text => DateText.Read(text, order)!.Value.DayNumber))).ToList();
        if (possible.Count <= 1)
        {
            return possible.Count == 1 ? possible[0] : null;
        }

        // Two figures at each end: a year first is only believed when nothing else fits.
        possible.Remove(DateOrder.YearFirst);
        if (possible.Count == 1)
        {
            return possible[0];
        }

        // Statements are in order of time. With enough dates only one reading is.
        var ordered = possible.Where(order => IsInOrder([.. texts.Select(text => DateText.Read(text, order)!.Value)])).ToList();
        if (ordered.Count == 1)
        {
            reason = $"The dates are read as {Name(ordered[0])}: read the other way they would not be in order.";
            return ordered[0];
        }

        question = new BankQuestion(
            Key,
            $"Is {texts[0].Trim()} the day or the month first?",
            [.. possible.Select(order => new BankQuestionOption(Name(order), $"{texts[0].Trim()} is {DateText.Read(texts[0], order):d MMMM yyyy}"))]);
        return null;
    }

    public static string Name(DateOrder order) => order switch { DateOrder.DayFirst => "dmy", DateOrder.MonthFirst => "mdy", _ => "ymd" };

    private static DateOrder? Named(string? name) => name switch
    {
        "dmy" => DateOrder.DayFirst,
        "mdy" => DateOrder.MonthFirst,
        "ymd" => DateOrder.YearFirst,
        _ => null,
    };

    private static bool IsInOrder(List<DateOnly> days) =>
        days.Distinct().Count() >= 4 && (days.Zip(days.Skip(1)).All(pair => pair.First <= pair.Second) || days.Zip(days.Skip(1)).All(pair => pair.First >= pair.Second));
}
