using System.Globalization;
using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Benchmarks.Matching.Sets;

/// <summary>How good decisions are, measured by the truth.</summary>
/// <param name="Payments">How many there are.</param>
/// <param name="Auto">Decided without a person.</param>
/// <param name="AutoRight">Of these, with exactly the true set of invoices.</param>
/// <param name="Precision">Of the pairs of payment and invoice in best proposals, the share that is true.</param>
/// <param name="Recall">Of the true pairs, the share that is in best proposals.</param>
/// <param name="Parts">The same by category and by fault; a payment with several faults counts for each.</param>
internal sealed record MatchScore(
    int Payments, int Auto, int AutoRight, double Precision, double Recall, IReadOnlyList<(string Part, int Payments, int Auto, int AutoRight, int BestRight)> Parts)
{
    public int Wrong => Auto - AutoRight;

    public double AutoRightShare => (double)AutoRight / Math.Max(1, Payments);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static MatchScore Of(IReadOnlyList<MatchDecision> decisions, IReadOnlyList<TrueMatch> truth)
    {
        var expected = decisions.ToDictionary(decision => decision.LineId, _ => new HashSet<int>());
        var match = new Dictionary<int, TrueMatch>();
        foreach (var pair in truth)
        {
            foreach (var payment in pair.PaymentIds)
            {
                expected[payment].UnionWith(pair.InvoiceIds);
                match[payment] = pair;
            }
        }

        var rows = decisions.Select(decision =>
        {
            var best = decision.Proposals.Count == 0 ? [] : decision.Proposals[0].Shares.Select(share => share.InvoiceId).ToHashSet();
            var right = expected[decision.LineId];
            var truly = match.GetValueOrDefault(decision.LineId);
            return (decision.Kind, Category: truly?.Category ?? "no invoice", Faults: truly?.Faults is { Length: > 0 } faults ? faults : "none",
                IsRight: best.SetEquals(right), Found: best.Count, True: right.Count, Both: best.Intersect(right).Count());
        }).ToList();

        var parts = rows.GroupBy(row => row.Category).Concat(rows.SelectMany(row => row.Faults.Split(", ").Select(fault => (Fault: fault, Row: row))).GroupBy(pair => pair.Fault, pair => pair.Row)).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count(), group.Count(IsAuto), group.Count(row => IsAuto(row) && row.IsRight), group.Count(row => row.IsRight)));
        return new MatchScore(
            rows.Count, rows.Count(IsAuto), rows.Count(row => IsAuto(row) && row.IsRight),
            (double)rows.Sum(row => row.Both) / Math.Max(1, rows.Sum(row => row.Found)),
            (double)rows.Sum(row => row.Both) / Math.Max(1, rows.Sum(row => row.True)), [.. parts]);

        static bool IsAuto((MatchDecisionKind Kind, string, string, bool, int, int, int) row) => row.Kind == MatchDecisionKind.Auto;
    }

    public string Text()
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"payments {Payments}, auto {Auto}, auto and exactly right {AutoRight} ({AutoRightShare:P3}), wrong {Wrong} ({Wrong * 10_000.0 / Math.Max(1, Auto):0.00} per 10,000 auto)"),
            string.Create(CultureInfo.InvariantCulture, $"pairs: precision {Precision:0.00000}, recall {Recall:0.00000}, F1 {F1:0.00000}"),
        };
        lines.AddRange(Parts.Select(part => string.Create(CultureInfo.InvariantCulture,
            $"  {part.Part,-30} {part.Payments,6}  auto and right {(double)part.AutoRight / part.Payments,8:P2}  wrong {part.Auto - part.AutoRight,3}  best right {(double)part.BestRight / part.Payments,8:P2}")));
        return string.Join('\n', lines);
    }
}
