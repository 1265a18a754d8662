namespace PaymentsApp.Invoicing.Import;

/// <summary>A portion of the file, parsed.</summary>
/// <param name="Good">Lines that read without fault.</param>
/// <param name="Bad">The others, with every fault.</param>
internal sealed record LinePortion(
    IReadOnlyList<ImportedInvoice> Good, IReadOnlyList<(CsvLine Line, IReadOnlyList<ImportProblem> Problems)> Bad)
{
    /// <summary>Puts what became of invoices and of credit notes into the order of the lines.</summary>
    public static IReadOnlyList<AddedLine> InOrder(
        IReadOnlyList<ImportedInvoice> lines, IReadOnlyList<AddedLine> invoices, IReadOnlyList<AddedLine> creditNotes)
    {
        var (nextInvoice, nextNote) = (0, 0);
        return [.. lines.Select(line => line.IsCreditNote ? creditNotes[nextNote++] : invoices[nextInvoice++])];
    }

    public static LinePortion Parse(LineParser parser, IEnumerable<CsvLine> lines)
    {
        var good = new List<ImportedInvoice>();
        var bad = new List<(CsvLine, IReadOnlyList<ImportProblem>)>();
        foreach (var line in lines)
        {
            if (parser.Parse(line, out var problems) is { } invoice)
            {
                good.Add(invoice);
            }
            else
            {
                bad.Add((line, problems));
            }
        }

        return new LinePortion(good, bad);
    }
}
