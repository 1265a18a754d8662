using System.Globalization;

namespace PaymentsApp.Banking.Reading.Table;

/// <summary>Which column is what, by the heads where there are any, else by what is in the columns.</summary>
internal sealed class TableColumns
{
    private static readonly string[] DebitWords = ["d", "dr", "debit", "debet", "dbit", "af", "s", "soll", "-", "out", "withdrawal", "charge"];
    private static readonly string[] CreditWords = ["c", "cr", "credit", "crdt", "bij", "h", "haben", "+", "in", "deposit"];

    private readonly Dictionary<ColumnRole, List<int>> _columns = [];

    public int First(ColumnRole role) => _columns.TryGetValue(role, out var columns) ? columns[0] : -1;

    public IReadOnlyList<int> All(ColumnRole role) => _columns.GetValueOrDefault(role) ?? [];

    public bool Has(ColumnRole role) => _columns.ContainsKey(role);

    public static bool IsDebit(string side) => DebitWords.Contains(side.ToLowerInvariant());

    public static bool IsCredit(string side) => CreditWords.Contains(side.ToLowerInvariant());

    /// <summary>Columns by the words over them; null unless they tell of dates and amounts.</summary>
    public static TableColumns? OfHeads(TableRow heads)
    {
        var columns = new TableColumns();
        for (var i = 0; i < heads.Cells.Length; i++)
        {
            if (ColumnHeads.RoleOf(heads[i]) is { } role)
            {
                columns.Set(role, i);
            }
        }

        // A "value" beside no amount is one; "transaction type" is a side only if it holds sides, which is seen later.
        if (!columns.Has(ColumnRole.BookedOn) && columns.Has(ColumnRole.ValueOn))
        {
            columns._columns[ColumnRole.BookedOn] = columns._columns[ColumnRole.ValueOn];
        }

        return columns.Has(ColumnRole.BookedOn) && (columns.Has(ColumnRole.Amount) || columns.Has(ColumnRole.Debit) || columns.Has(ColumnRole.Credit) || columns.Has(ColumnRole.OriginalAmount))
            ? columns
            : null;
    }

    /// <summary>After the rows are known: heads that promise what the columns do not hold are dropped.</summary>
    public void Settle(IReadOnlyList<TableRow> rows)
    {
        if (Has(ColumnRole.Side))
        {
            var sides = _columns[ColumnRole.Side].Where(column => IsSide(rows, column)).ToList();
            _columns.Remove(ColumnRole.Side);
            sides.ForEach(column => Set(ColumnRole.Side, column));
        }

        // "Gross" without an amount of its own is the amount.
        if (!Has(ColumnRole.Amount) && !Has(ColumnRole.Debit) && !Has(ColumnRole.Credit) && _columns.Remove(ColumnRole.OriginalAmount, out var gross))
        {
            _columns[ColumnRole.Amount] = gross;
        }
    }

    /// <summary>Columns of a table without heads. A question is thrown when several could hold the amount.</summary>
    public static TableColumns OfContent(IReadOnlyList<TableRow> rows, BankFileChoices choices, SourcePosition at)
    {
        var columns = new TableColumns();
        var width = rows.Max(row => row.Cells.Length);
        var dates = Enumerable.Range(0, width).Where(column => rows.All(row => DateText.Is(row[column]))).ToList();
        if (dates.Count == 0)
        {
            throw new UnreadableFileException("No column holds dates.", at);
        }

        columns.Set(ColumnRole.BookedOn, Chosen(choices, "date") ?? dates[0]);
        if (dates.Count > 1)
        {
            columns.Set(ColumnRole.ValueOn, dates[1]);
        }

        var sides = Enumerable.Range(0, width).Where(column => IsSide(rows, column)).ToList();
        if (sides.Count > 0)
        {
            columns.Set(ColumnRole.Side, sides[0]);
        }

        AmountColumns.Find(columns, rows, width, choices, at);
        var texts = Enumerable.Range(0, width).Where(column => !columns._columns.Values.Any(used => used.Contains(column)) && !dates.Contains(column)
            && rows.Any(row => row[column].Any(char.IsLetter))).ToList();
        foreach (var column in texts)
        {
            if (rows.All(row => Domain.Currency.IsKnown(row[column])))
            {
                columns.Set(ColumnRole.Currency, column);
            }
            else
            {
                columns.Set(ColumnRole.Text, column);
            }
        }

        return columns;
    }

    public void Set(ColumnRole role, int column)
    {
        if (!_columns.TryGetValue(role, out var columns))
        {
            _columns[role] = columns = [];
        }

        columns.Add(column);
    }

    /// <summary>A column number of an answer, from 0.</summary>
    public static int? Chosen(BankFileChoices choices, string key) =>
        int.TryParse(choices.Answer(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number - 1 : null;

    private static bool IsSide(IReadOnlyList<TableRow> rows, int column)
    {
        var filled = rows.Select(row => row[column]).Where(cell => cell.Length > 0).ToList();
        return filled.Count > 0 && filled.Count >= rows.Count && filled.TrueForAll(cell => IsDebit(cell) || IsCredit(cell));
    }
}
