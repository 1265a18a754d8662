using PaymentsApp.Payments.Remittances;

namespace PaymentsApp.Banking.Remittances;

/// <summary>Of several amounts in a row, the one that was paid: gross, discount and net stand beside each other.</summary>
internal static class PaidColumn
{
    /// <summary>The column of a table, or in lines of text how far from the right; null: there are no amounts.</summary>
    public static int? Choose(IReadOnlyList<ReadRow> rows, RemittanceQuestion question, long? stated)
    {
        var slots = rows.SelectMany(row => row.Amounts.Select((amount, i) => Slot(row, i))).Distinct().ToList();
        if (slots.Count == 0)
        {
            return null;
        }

        // The rightmost of equals: what is paid stands last.
        return slots.OrderBy(slot => Sum(rows, slot) == question.AmountMinor ? 0 : Sum(rows, slot) == stated ? 1 : 2)
            .ThenByDescending(slot => rows.Count(row => row.Items is [var item] && Of(row, slot) == Math.Abs(question.Items[item].OpenMinor)))
            .ThenByDescending(slot => rows.Count(row => At(row, slot) is not null))
            .ThenBy(slot => rows.Any(row => row.Amounts.Any(amount => amount.Cell.Column >= 0)) ? -slot : slot)
            .First();
    }

    /// <summary>What a row says was paid; a row without that column has its last amount.</summary>
    public static long? Of(ReadRow row, int? slot) => slot is null || row.Amounts.Count == 0 ? null : At(row, slot.Value) ?? row.Amounts[^1].Minor;

    private static long? Sum(IReadOnlyList<ReadRow> rows, int slot) => rows.Sum(row => Of(row, slot) ?? 0);

    private static long? At(ReadRow row, int slot)
    {
        for (var i = 0; i < row.Amounts.Count; i++)
        {
            if (Slot(row, i) == slot)
            {
                return row.Amounts[i].Minor;
            }
        }

        return null;
    }

    private static int Slot(ReadRow row, int i) => row.Amounts[i].Cell.Column is >= 0 and var column ? column : row.Amounts.Count - 1 - i;
}
