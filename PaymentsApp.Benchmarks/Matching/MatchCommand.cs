using System.Diagnostics;
using System.Globalization;
using PaymentsApp.Banking.Matching;
using PaymentsApp.Benchmarks.Matching.Sets;

namespace PaymentsApp.Benchmarks.Matching;

/// <summary>"match": decides a set of invoices and payments, and with the truth says how well.</summary>
internal static class MatchCommand
{
    public const string Word = "match";

    private const string Usage = "Usage: match --invoices invoices.csv --payments payments.csv --out matches.csv [--truth matches.csv] [--list wrong|missed]\n       match --generated SEED [--list wrong|missed]";

    public static int Run(string[] words)
    {
        if (words is ["--generated", var seed, .. var rest])
        {
            return Generated(int.Parse(seed, CultureInfo.InvariantCulture), rest);
        }

        var options = words.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        if (words.Length % 2 != 0 || !options.TryGetValue("--invoices", out var invoices)
            || !options.TryGetValue("--payments", out var payments) || !options.TryGetValue("--out", out var output))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var set = MatchFiles.Read(invoices, payments);
        var started = Stopwatch.GetTimestamp();
        var index = MatchIndex.Build(set.Invoices, set.Payers, MatchMemory.Empty);
        var decisions = MatchRun.Decide(index, set.Lines);
        var elapsed = Stopwatch.GetElapsedTime(started);
        MatchFiles.Write(output, decisions);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{set.Invoices.Count} invoices, {set.Lines.Count} payments: index and match {elapsed.TotalSeconds:0.00} s, peak memory {self.PeakWorkingSet64 / 1_048_576} MB, rules {MatchRules.Version}"));
        foreach (var group in decisions.GroupBy(decision => decision.Kind).OrderBy(group => group.Key))
        {
            Console.WriteLine($"{group.Key.ToString().ToLowerInvariant()}: {group.Count()}");
        }

        if (options.TryGetValue("--truth", out var truth))
        {
            var matches = MatchFiles.ReadTruth(truth);
            Console.WriteLine(MatchScore.Of(decisions, matches).Text());
            if (options.TryGetValue("--list", out var what))
            {
                Misses(set, decisions, matches, what);
            }
        }

        return 0;
    }

    // Other seeds of the same form: one fault per match, up to four, and faults that the published set does not have.
    private static int Generated(int seed, string[] rest)
    {
        const GeneratedFaults writing = GeneratedFaults.LookAlikes | GeneratedFaults.Typo;
        const GeneratedFaults all = writing | GeneratedFaults.NoReference | GeneratedFaults.PaidTwice | GeneratedFaults.NotInList | GeneratedFaults.OtherAccount | GeneratedFaults.UnknownFee;
        foreach (var (name, faultsMax, harder) in new[]
        {
            ("one fault", 1, GeneratedFaults.None), ("up to four faults", 4, GeneratedFaults.None), ("and look-alikes, typos", 4, writing), ("and everything else", 4, all),
        })
        {
            var (set, truth) = MatchGenerator.Make(seed, 10_000, faultsMax, harder);
            var started = Stopwatch.GetTimestamp();
            var decisions = MatchRun.Decide(MatchIndex.Build(set.Invoices, set.Payers, MatchMemory.Empty), set.Lines);
            var elapsed = Stopwatch.GetElapsedTime(started);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {name}: {elapsed.TotalSeconds:0.00} s"));
            Console.WriteLine(string.Join('\n', MatchScore.Of(decisions, truth).Text().Split('\n').Take(2)));
            if (rest is ["--list", var what])
            {
                Misses(set, decisions, truth, what);
            }
        }

        return 0;
    }

    private static void Misses(MatchSet set, IReadOnlyList<MatchDecision> decisions, IReadOnlyList<TrueMatch> truth, string what)
    {
        var right = truth.SelectMany(match => match.PaymentIds.Select(id => (id, match))).ToDictionary(pair => pair.id, pair => pair.match);
        var invoices = set.Invoices.ToDictionary(invoice => invoice.Id);
        foreach (var (decision, line) in decisions.Zip(set.Lines))
        {
            var match = right.GetValueOrDefault(decision.LineId);
            var isRight = match is not null && decision.Proposals.Count > 0 && decision.Proposals[0].Shares.Select(share => share.InvoiceId).ToHashSet().SetEquals(match.InvoiceIds);
            if (what == "wrong" ? isRight || decision.Kind != MatchDecisionKind.Auto : isRight && decision.Kind == MatchDecisionKind.Auto)
            {
                continue;
            }

            Console.WriteLine($"{decision.Kind} {decision.HeldBack} {match?.Category} {match?.Faults}\n   line {line}");
            foreach (var id in match?.InvoiceIds ?? [])
            {
                Console.WriteLine($"   true {invoices[id].PayerId} {string.Join(' ', invoices[id].Numbers)} {invoices[id].OpenMinor} {invoices[id].IssuedOn:yyyy-MM-dd}");
            }

            foreach (var proposal in decision.Proposals)
            {
                Console.WriteLine($"   {proposal.Chance:E3} payer {proposal.PayerId} {proposal.Reason} {proposal.DifferenceMinor} {proposal.Payer} {string.Join(' ', proposal.Numbers)} [{string.Join(", ", proposal.Spans.Select(span => $"{line.Text.Substring(span.Start, span.Length)}={span.Number} {span.Reading}"))}]");
            }

            foreach (var rival in decision.RuledOut)
            {
                Console.WriteLine($"   not {rival.Chance:E3} {string.Join(' ', rival.Numbers)}: {rival.Why}");
            }
        }
    }
}
