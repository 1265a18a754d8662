using System.Globalization;

namespace PaymentsApp.Banking.Reading.Table;

/// <summary>Finds amounts and running balance among the columns of a table without heads.</summary>
internal static class AmountColumns
{
    public static void Find(TableColumns columns, IReadOnlyList<TableRow> rows, int width, BankFileChoices choices, SourcePosition at)
    {
        if (TableColumns.Chosen(choices, "debit") is { } debit && TableColumns.Chosen(choices, "credit") is { } credit)
        {
            columns.Set(ColumnRole.Debit, debit);
            columns.Set(ColumnRole.Credit, credit);
            return;
        }

        if (TableColumns.Chosen(choices, "amount") is { } chosen)
        {
            columns.Set(ColumnRole.Amount, chosen);
            return;
        }

        var filled = Enumerable.Range(0, width).Where(column => rows.All(row => IsMoney(row, column)) && rows.Any(row => HasFigures(row, column))).ToList();
        var partly = Enumerable.Range(0, width).Where(column => !filled.Contains(column)
            && rows.Any(row => IsMoney(row, column)) && rows.All(row => row[column].Length == 0 || IsMoney(row, column))).ToList();

        // Two columns of which each row has one: what went out and what came in, as all exports order them.
        var pair = (from out_ in partly from in_ in partly where out_ < in_ && rows.All(row => (row[out_].Length == 0) != (row[in_].Length == 0)) select (out_, in_)).Take(2).ToList();
        if (pair.Count == 1)
        {
            columns.Set(ColumnRole.Debit, pair[0].out_);
            columns.Set(ColumnRole.Credit, pair[0].in_);
            filled.ForEach(column => columns.Set(ColumnRole.Balance, column));
            return;
        }

        var amounts = filled.Where(column => rows.All(row => Figures(row, column))).ToList();
        amounts = amounts.Count > 0 ? amounts : filled;
        if (amounts.Count == 1)
        {
            columns.Set(ColumnRole.Amount, amounts[0]);
            return;
        }

        if (amounts.Count == 0)
        {
            throw new UnreadableFileException("No column holds an amount in every row.", at);
        }

        var run = (from amount in amounts from balance in amounts where amount != balance && RunningBalance.Fits(rows, amount, balance) select (amount, balance)).Take(2).ToList();
        if (run.Count == 1)
        {
            columns.Set(ColumnRole.Amount, run[0].amount);
            columns.Set(ColumnRole.Balance, run[0].balance);
            return;
        }

        throw new OpenQuestionException([new BankQuestion(
            "amount",
            "Which column holds the amount?",
            [.. amounts.Select(column => new BankQuestionOption((column + 1).ToString(CultureInfo.InvariantCulture), $"column {column + 1}, {rows[0][column]} in the first row"))])]);
    }

    private static bool IsMoney(TableRow row, int column) => row.Amount(column) is not null && !DateText.Is(row[column]);

    // Long bare numbers are accounts and ids.
    private static bool HasFigures(TableRow row, int column) => row[column].Length < 16 && row.Amount(column) is not null;

    private static bool Figures(TableRow row, int column) =>
        row.IsNumber(column) || row.Amount(column) is { } amount && (amount.Figures.IndexOfAny(['.', ',']) >= 0 || amount.Mark is not null);
}
