namespace PaymentsApp.Invoicing.Import;

/// <summary>How each line of one file is read: found out from the file, completed by a person's choices.</summary>
/// <param name="File">The file.</param>
/// <param name="Uses">Which column fills which field.</param>
/// <param name="DateOrders">Per date field.</param>
/// <param name="DecimalMark">Of the amount column.</param>
/// <param name="Currency">Of lines that name none.</param>
/// <param name="RoundExtraDecimals">Round instead of refuse.</param>
/// <param name="Questions">What is still open; lines can be read only when there are none.</param>
public sealed record ImportPlan(
    FileAnalysis File,
    IReadOnlyList<ColumnUse> Uses,
    IReadOnlyDictionary<ImportField, DateOrder> DateOrders,
    char DecimalMark,
    string Currency,
    bool RoundExtraDecimals,
    IReadOnlyList<ImportQuestion> Questions)
{
    public bool IsReady => Questions.Count == 0;

    public static ImportPlan Make(FileAnalysis file, ImportChoices choices)
    {
        var uses = ColumnRecognition.Recognise(file.Columns, choices.Columns);
        var questions = new List<ImportQuestion>();
        AskForColumns(file, uses, questions);

        var dateOrders = new Dictionary<ImportField, DateOrder>();
        foreach (var use in uses.Where(use => ImportFields.IsDate(use.Field)))
        {
            dateOrders[use.Field] = FindDateOrder(file.Columns[use.Column], use, choices, questions);
        }

        var mark = '.';
        if (uses.FirstOrDefault(use => use.Field == ImportField.Amount) is { } amount)
        {
            mark = FindDecimalMark(file.Columns[amount.Column], choices, questions);
        }

        if (!Domain.Currency.IsKnown(choices.Currency))
        {
            questions.Add(new ImportQuestion(
                ImportQuestionKind.Currency, ImportField.Currency, $"“{choices.Currency}” is not a currency. Which one do lines without a currency have?"));
        }

        return new ImportPlan(file, uses, dateOrders, mark, choices.Currency, choices.RoundExtraDecimals, questions);
    }

    /// <summary>The column of a field, or null when the file has none.</summary>
    public int? ColumnOf(ImportField field) => Uses.FirstOrDefault(use => use.Field == field)?.Column;

    private static void AskForColumns(FileAnalysis file, IReadOnlyList<ColumnUse> uses, List<ImportQuestion> questions)
    {
        bool Has(ImportField field) => uses.Any(use => use.Field == field);

        var hint = uses.Count == 0 ? " The first line of the file must hold the column names." : "";
        foreach (var field in (ReadOnlySpan<ImportField>)[ImportField.InvoiceNumber, ImportField.Amount])
        {
            if (!Has(field))
            {
                questions.Add(new ImportQuestion(
                    ImportQuestionKind.Column, field, $"Which column holds the {ImportFields.Label(field).ToLowerInvariant()}?{hint}"));
            }
        }

        if (!Has(ImportField.CustomerNumber) && !Has(ImportField.CustomerName))
        {
            questions.Add(new ImportQuestion(
                ImportQuestionKind.Column, ImportField.CustomerNumber, $"Which column holds the customer number or name?{hint}"));
        }

        foreach (var use in uses.Where(use => !use.IsSure && use.Field is ImportField.InvoiceNumber or ImportField.Amount))
        {
            var others = use.Others.Count == 0 ? "" : $" It could also be {Quoted(use.Others)}.";
            questions.Add(new ImportQuestion(
                ImportQuestionKind.Column,
                use.Field,
                $"Is “{file.Columns[use.Column].Header}” the {ImportFields.Label(use.Field).ToLowerInvariant()}?{others}"));
        }
    }

    private static DateOrder FindDateOrder(
        ColumnFacts column, ColumnUse use, ImportChoices choices, List<ImportQuestion> questions)
    {
        if (choices.DateOrders.TryGetValue(use.Field, out var chosen))
        {
            return chosen;
        }

        var order = column.Dates.Order ?? choices.OpenDateOrder;
        if (column.Filled > 0 && order is null)
        {
            var text = column.Dates.Doubtful is { } sample
                ? $"Does “{sample}” in “{column.Header}” begin with the day or with the month?"
                : $"The dates in “{column.Header}” are of both orders. Do most begin with the day or with the month?";
            questions.Add(new ImportQuestion(ImportQuestionKind.DateOrder, use.Field, text));
        }

        return order ?? DateOrder.YearMonthDay;
    }

    private static char FindDecimalMark(ColumnFacts column, ImportChoices choices, List<ImportQuestion> questions)
    {
        if (choices.DecimalMark is { } chosen)
        {
            return chosen;
        }

        if (column.Filled > 0 && column.Amounts.DecimalMark is null)
        {
            var text = column.Amounts.Doubtful is { } sample
                ? $"Is the mark in “{sample}” in “{column.Header}” a decimal mark, or does it group thousands?"
                : $"The amounts in “{column.Header}” use both point and comma for decimals. Which is right?";
            questions.Add(new ImportQuestion(ImportQuestionKind.DecimalMark, ImportField.Amount, text));
        }

        return column.Amounts.DecimalMark ?? '.';
    }

    private static string Quoted(IReadOnlyList<string> headers) =>
        string.Join(" or ", headers.Select(header => $"“{header}”"));
}
