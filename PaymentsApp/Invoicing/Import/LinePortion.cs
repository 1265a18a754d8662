namespace PaymentsApp.Invoicing.Import;

/// <summary>A portion of the file, parsed.</summary>
/// <param name="Good">Lines that read without fault.</param>
/// <param name="Bad">The others, with every fault.</param>
internal sealed record LinePortion(
    IReadOnlyList<ImportedInvoice> Good, IReadOnlyList<(CsvLine Line, IReadOnlyList<ImportProblem> Problems)> Bad)
{
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
