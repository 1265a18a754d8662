namespace PaymentsApp.Banking.Remittances;

/// <summary>A row with what was recognised in it.</summary>
internal sealed class ReadRow
{
    private ReadRow(RemittanceRow row, IReadOnlyList<(RemittanceCell Cell, long Minor)> amounts, IReadOnlyList<RemittanceCell> others, IReadOnlyList<int> items, int namedColumn) =>
        (Row, Amounts, Others, Items, NamedColumn) = (row, amounts, others, items, namedColumn);

    public RemittanceRow Row { get; }

    /// <summary>From left to right, in minor units.</summary>
    public IReadOnlyList<(RemittanceCell Cell, long Minor)> Amounts { get; }

    /// <summary>The parts that are no amounts.</summary>
    public IReadOnlyList<RemittanceCell> Others { get; }

    /// <summary>The items that it names, by their places.</summary>
    public IReadOnlyList<int> Items { get; }

    /// <summary>The column of a table in which the first of them stands; -1: none.</summary>
    public int NamedColumn { get; }

    /// <summary>What stands where an invoice's number should, and is none that is known.</summary>
    public string? Unknown { get; set; }

    public static ReadRow Of(RemittanceRow row, RemittanceAmounts amounts, RemittanceNames names)
    {
        var (found, others) = (new List<(RemittanceCell, long)>(), new List<RemittanceCell>());
        foreach (var cell in row.Cells)
        {
            // An invoice's number may look like an amount: "10.432", or a number in a sheet.
            if (names.Whole(cell) is null && amounts.MinorOf(cell) is { } minor)
            {
                found.Add((cell, minor));
            }
            else
            {
                others.Add(cell);
            }
        }

        var items = names.In(others);
        var named = items.Count == 0 ? null : others.FirstOrDefault(cell => names.In([cell]).Contains(items[0]));
        return new ReadRow(row, found, others, items, named?.Column ?? -1);
    }
}
