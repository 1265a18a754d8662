using PaymentsApp.Banking.Reading;
using PaymentsApp.Payments.Remittances;

namespace PaymentsApp.Banking.Remittances;

/// <summary>
/// Reads a remittance advice: which open items it names, and with which amount each. Of several columns of amounts that one is
/// taken whose sum was received. What it names and is not open is told, never left out.
/// </summary>
public static class RemittanceReader
{
    private static readonly string[] HeadWords = ["invoice", "inv", "document", "doc", "reference", "ref", "rechnung", "beleg", "facture", "factura", "fattura", "bill"];

    /// <summary>As <see cref="ReadRemittance"/>.</summary>
    public static Task<RemittanceAdvice> ReadAsync(byte[] bytes, RemittanceQuestion question, CancellationToken cancel) =>
        Task.Run(() => Read(bytes, question, cancel), cancel);

    /// <summary>As <see cref="ReadRemittance"/>, on the caller's thread.</summary>
    public static RemittanceAdvice Read(byte[] bytes, RemittanceQuestion question, CancellationToken cancel)
    {
        try
        {
            return Read(RemittanceRows.Of(bytes, cancel), question, cancel);
        }
        catch (UnreadableFileException e)
        {
            return RemittanceAdvice.Unreadable(e.Message);
        }
    }

    private static RemittanceAdvice Read(IReadOnlyList<RemittanceRow> rows, RemittanceQuestion question, CancellationToken cancel)
    {
        var names = new RemittanceNames(question.Items);
        var amounts = new RemittanceAmounts(rows, question.Currency, question.DecimalSign);
        var read = new List<ReadRow>();
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            read.Add(ReadRow.Of(row, amounts, names));
        }

        var column = ReferenceColumn(rows, read);
        foreach (var row in read.Where(row => row.Items.Count == 0 && row.Amounts.Count > 0 && !row.Row.IsTotal))
        {
            row.Unknown = column >= 0
                ? row.Others.FirstOrDefault(cell => cell.Column == column && cell.Text.Any(char.IsAsciiDigit))?.Text
                : row.Others.FirstOrDefault(cell => !cell.IsDate && RemittanceNames.IsReference(cell.Text) && names.IsLikeNumber(cell.Text))?.Text;
        }

        var named = read.Where(row => row.Items.Count > 0 || row.Unknown is not null).ToList();
        var stated = Stated(read, question.AmountMinor);
        var slot = PaidColumn.Choose(named, question, stated);
        var lines = named.SelectMany(row => Lines(row, PaidColumn.Of(row, slot), question, names)).ToList();

        // A heading that names an invoice says nothing beside the line that has its amount.
        var withAmount = lines.Where(line => line.AmountMinor is not null).Select(line => line.Item).OfType<int>().ToHashSet();
        lines.RemoveAll(line => line is { AmountMinor: null, Item: { } item } && withAmount.Contains(item));
        lines = [.. lines.DistinctBy(line => line.AmountMinor is null ? (0, line.Item, line.Reference) : (line.Row, line.Item, line.Reference))];
        return lines.Count > 0
            ? new RemittanceAdvice(lines, stated, null)
            : RemittanceAdvice.Unreadable("No invoice number was found in it.");
    }

    // Where the numbers of known items stand, or where the head of the table says that invoices do; -1: no table, or nothing says.
    private static int ReferenceColumn(IReadOnlyList<RemittanceRow> rows, List<ReadRow> read)
    {
        var usual = read.Where(row => row.NamedColumn >= 0).GroupBy(row => row.NamedColumn).MaxBy(group => group.Count());
        if (usual is not null)
        {
            return usual.Key;
        }

        return rows.SelectMany(row => row.Cells).FirstOrDefault(cell => cell.Column >= 0 && cell.Text.Length < 40 && cell.Text
            .Split([' ', '.', '_', '#', '/'], StringSplitOptions.RemoveEmptyEntries).Any(word => HeadWords.Contains(word, StringComparer.OrdinalIgnoreCase)))?.Column ?? -1;
    }

    private static long? Stated(List<ReadRow> read, long? received)
    {
        var totals = read.Where(row => row.Items.Count == 0 && row.Row.IsTotal && row.Amounts.Count > 0).SelectMany(row => row.Amounts).Select(amount => amount.Minor).ToList();
        return totals.Count == 0 ? null : received is { } minor && totals.Contains(minor) ? minor : totals[^1];
    }

    private static IEnumerable<RemittanceLine> Lines(ReadRow row, long? paid, RemittanceQuestion question, RemittanceNames names)
    {
        if (row.Unknown is { } unknown)
        {
            yield return new RemittanceLine(row.Row.Number, unknown, paid, null) { Similar = names.SimilarTo(unknown) };
        }

        foreach (var item in row.Items)
        {
            // One amount for several items is theirs together: each counts as it is open.
            var of = question.Items[item];
            var amount = row.Items.Count > 1 ? null : paid is { } minor && of.OpenMinor < 0 ? -Math.Abs(minor) : paid;
            yield return new RemittanceLine(row.Row.Number, of.Number, amount, item);
        }
    }
}
