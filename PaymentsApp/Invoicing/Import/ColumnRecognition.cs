namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Gives each field at most one column: by the column's name first, then by its values. A number column
/// whose values repeat cannot be the invoice number while another one's do not.
/// </summary>
public static class ColumnRecognition
{
    private const int RepeatsCost = 50;
    private const int WrongValuesCost = 50;

    public static IReadOnlyList<ColumnUse> Recognise(
        IReadOnlyList<ColumnFacts> columns, IReadOnlyDictionary<ImportField, int?> chosen)
    {
        var uses = new Dictionary<ImportField, ColumnUse>();
        var taken = new HashSet<int>();
        foreach (var (field, column) in chosen)
        {
            if (column is { } index && taken.Add(index))
            {
                uses[field] = new ColumnUse(field, index, IsSure: true, []);
            }
        }

        var candidates = columns
            .Select(column => (Column: column, Found: ColumnNames.Find(column.Header)))
            .Where(candidate => candidate.Found is not null)
            .Select(candidate => (candidate.Column, candidate.Found!.Value.Field, Score: candidate.Found.Value.Score - Cost(candidate.Column, candidate.Found.Value.Field)))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score)
            .ToList();

        foreach (var (column, field, score) in candidates)
        {
            if (!chosen.ContainsKey(field) && !uses.ContainsKey(field) && taken.Add(column.Index))
            {
                var others = candidates.Where(other => other.Field == field && other.Column != column).ToList();
                var isSure = score >= ColumnNames.Sure && others.TrueForAll(other => other.Score < score);
                uses[field] = new ColumnUse(field, column.Index, isSure, [.. others.Select(other => other.Column.Header)]);
            }
        }

        return [.. uses.Values.OrderBy(use => use.Field)];
    }

    private static int Cost(ColumnFacts column, ImportField field)
    {
        var cost = 0;
        if (field == ImportField.InvoiceNumber && !column.IsNearlyUnique)
        {
            cost += RepeatsCost;
        }

        return column.Filled > 0 && !FitsValues(column, field) ? cost + WrongValuesCost : cost;
    }

    private static bool FitsValues(ColumnFacts column, ImportField field) => field switch
    {
        ImportField.Amount => column.Amounts.LooksLikeAmounts,
        ImportField.Currency => column.LooksLikeCurrencies,
        ImportField.IssuedOn or ImportField.DueOn or ImportField.SettledOn => column.Dates.LooksLikeDates,
        ImportField.Owner => column.LooksLikeEmails,
        ImportField.PaymentTerms => column.LooksLikeDayCounts,
        _ => true,
    };
}
