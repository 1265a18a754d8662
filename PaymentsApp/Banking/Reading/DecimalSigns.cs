namespace PaymentsApp.Banking.Reading;

/// <summary>Decides for all amounts of a file together whether the point or the comma stands before the decimals.</summary>
internal static class DecimalSigns
{
    public const string Key = "decimals";

    private static readonly char[] Signs = ['.', ','];

    /// <returns>'.' or ','; null when neither reads them all, or when a question is open.</returns>
    public static char? Decide(IReadOnlyList<AmountText> amounts, BankFileChoices choices, out BankQuestion? question)
    {
        question = null;
        var possible = Signs.Where(sign => amounts.All(amount => amount.Plain(sign) is not null)).ToList();
        if (choices.Answer(Key) is { } answer && possible.Any(sign => Name(sign) == answer))
        {
            return answer == "point" ? '.' : ',';
        }

        if (possible.Count < 2 || amounts.All(amount => amount.Figures.IndexOfAny(['.', ',']) < 0))
        {
            return possible.Count > 0 ? possible[0] : null;
        }

        // "0.000" and "12.0000" settle it too: no group of thousands begins with a nought or is longer.
        var telling = amounts.Where(amount => amount.Figures.IndexOfAny(['.', ',']) >= 0).ToList();
        var noughts = telling.FirstOrDefault(amount => amount.Figures.StartsWith('0') && amount.Figures.Length > 1);
        if (noughts.Figures is not null)
        {
            return noughts.Figures[noughts.Figures.IndexOfAny(['.', ','])];
        }

        var example = telling[0].Figures;
        question = new BankQuestion(
            Key,
            $"Is {example} with decimals or with thousands?",
            [.. possible.Select(sign => new BankQuestionOption(Name(sign), $"{example} is {telling[0].Plain(sign)}"))]);
        return null;
    }

    private static string Name(char sign) => sign == '.' ? "point" : "comma";
}
