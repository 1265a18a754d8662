using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Finds numbers that come twice in one file before anything is written. It looks back over a bounded number of
/// lines; the import itself needs no memory for that, because the database then has the earlier lines.
/// </summary>
internal sealed class RepetitionCheck
{
    private const int LinesMax = 100_000;

    private readonly Dictionary<string, (long Line, int Figures)> _seen = new(StringComparer.Ordinal);

    /// <summary>The line as it will fare: a number that came before is unchanged, or refused with other figures.</summary>
    public AddedLine Check(AddedLine line)
    {
        if (line.Outcome != LineOutcome.Added)
        {
            return line;
        }

        var source = line.Source;
        var key = (source.IsCreditNote ? "credit note " : "") + SearchText.Key(source.Number);
        var figures = HashCode.Combine(source.Total, source.IssuedOn, source.DueOn, source.CustomerNumber);
        if (!_seen.TryGetValue(key, out var first))
        {
            if (_seen.Count < LinesMax)
            {
                _seen.Add(key, (source.Line.Number, figures));
            }

            return line;
        }

        return first.Figures == figures
            ? line with { Outcome = LineOutcome.Unchanged, Outstanding = Money.Zero(source.Total.Currency) }
            : line with
            {
                Outcome = LineOutcome.Refused,
                Problem = new ImportProblem(
                    source.Line.Number,
                    ImportProblemKind.OtherFigures,
                    $"{(source.IsCreditNote ? "Credit note" : "Invoice")} {source.Number} came before, on line {first.Line.ToString(CultureInfo.InvariantCulture)}, with other figures."),
            };
    }
}
