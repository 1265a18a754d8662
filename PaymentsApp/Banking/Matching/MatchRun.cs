namespace PaymentsApp.Banking.Matching;

/// <summary>
/// Matches the lines of a run together, in rounds: what is sure is settled, what it shows about accounts, remainders and parts
/// helps the lines that are not. All lines of a round are looked at before any is settled, so their order changes nothing.
/// </summary>
public sealed class MatchRun
{
    private const int RoundsMax = 6;

    private readonly MatchIndex _index;
    private readonly MatchRules _rules;
    private readonly IReadOnlyList<MatchLine> _lines;
    private readonly LineAnswer[] _answers;
    private readonly HeldBack[] _safety;
    private readonly HeldBack[] _heldBack;
    private readonly bool[] _isSettled;
    private readonly long[][] _shares;
    private readonly OpenAmounts _open;
    private readonly LineKeys[] _keys;

    private MatchRun(MatchIndex index, IReadOnlyList<MatchLine> lines, MatchRules rules)
    {
        (_index, _lines, _rules) = (index, lines, rules);
        _answers = new LineAnswer[lines.Count];
        _safety = new HeldBack[lines.Count];
        _heldBack = new HeldBack[lines.Count];
        _isSettled = new bool[lines.Count];
        _shares = new long[lines.Count][];
        _open = new OpenAmounts(index.Open);
        _keys = new LineKeys[lines.Count];
        Parallel.For(0, lines.Count, line => _keys[line] = LineKeys.Of(lines[line]));
    }

    /// <summary>One decision for each line, in the order of the lines.</summary>
    public static IReadOnlyList<MatchDecision> Decide(MatchIndex index, IReadOnlyList<MatchLine> lines, MatchRules? rules = null)
    {
        var run = new MatchRun(index, lines, rules ?? new MatchRules());
        run.Rounds();
        var decisions = new MatchDecision[lines.Count];
        Parallel.For(0, lines.Count, line => decisions[line] = run.Decision(line));
        return decisions;
    }

    private void Rounds()
    {
        var state = new RunState(_open, RunMemory.Empty, [], OnlyPlain: true);
        List<int> asked = [.. Waiting()];
        for (var round = 0; round < RoundsMax; round++)
        {
            Answer(asked, state);
            var settled = Settle();
            var memory = state.Memory.And([.. settled.Select(line => (_keys[line], _answers[line].Ranked[0].Payer))]);
            var together = TogetherFinder.Find(_index, _open, Waiting().Select(line => (line, _answers[line])), line => _lines[line].AmountMinor);
            if (round > 0 && settled.Count == 0 && together.Count == state.Together.Count)
            {
                break;
            }

            var next = new RunState(_open, memory, together, OnlyPlain: false);
            asked = [.. Waiting().Where(line => round == 0 || HasNews(line, state, next))];
            state = next;
        }
    }

    private IEnumerable<int> Waiting() => Enumerable.Range(0, _lines.Count).Where(line => !_isSettled[line]);

    // Another look only helps where something is known that was not: about account or name, about parts, or about an item meant.
    private bool HasNews(int line, RunState before, RunState now) =>
        before.Memory.Of(_keys[line]) != now.Memory.Of(_keys[line])
        || now.Together.ContainsKey(line) || before.Together.ContainsKey(line)
        || _answers[line].Ranked.Any(reading => reading.Items.Any(_open.IsChanged));

    private void Answer(List<int> asked, RunState state) => Parallel.ForEach(
        System.Collections.Concurrent.Partitioner.Create(asked, loadBalance: true),
        () => new LineMatcher(_index),
        (line, _, matcher) =>
        {
            var answer = matcher.Match(line, _lines[line], _keys[line], state);
            _answers[line] = answer;
            _safety[line] = answer.Best is { } best ? Safety.Of(answer, Array.ConvertAll(best.Items, item => _index.Invoices[item]), _rules) : HeldBack.No;
            return matcher;
        },
        _ => { });

    // The lines that now are.
    private List<int> Settle()
    {
        var sure = new List<int>();
        var claims = new Claims(_open);
        foreach (var line in Waiting())
        {
            if (_answers[line].Best is { } best)
            {
                _heldBack[line] = _safety[line];
                if (_heldBack[line] == HeldBack.No)
                {
                    sure.Add(line);
                    claims.Add(line, _lines[line], best);
                }
            }
        }

        var contested = claims.Contested();
        contested.UnionWith(Twins(sure));
        foreach (var line in contested)
        {
            _heldBack[line] = HeldBack.ClaimedTwice;
        }

        sure.RemoveAll(contested.Contains);
        _open.Expect(sure.Count);
        sure.ForEach(Take);
        return sure;
    }

    // Two lines alike in payer, amount and words that mean the same items, one of them less surely: paid twice, and nobody knows which is right.
    private IEnumerable<int> Twins(List<int> sure)
    {
        var isSure = sure.ToHashSet();
        var unsure = Waiting().Where(line => !isSure.Contains(line) && _answers[line].Best is not null).ToLookup(line => Likeness(_lines[line]));
        return sure.Where(line => unsure[Likeness(_lines[line])].Any(other => _answers[other].Ranked[0].IsSameAs(_answers[line].Ranked[0])));
    }

    private static (string, string, long, string) Likeness(MatchLine line) => (line.PayerAccount, line.PayerName, line.AmountMinor, line.Text);

    // What was kept, be it discount or cents, is no longer open for other lines; the rest of a part is.
    private void Take(int line)
    {
        var best = _answers[line].Ranked[0];
        _isSettled[line] = true;
        _shares[line] = Decisions.Shares(best, _open, _lines[line].AmountMinor);
        for (var i = 0; i < best.Items.Length; i++)
        {
            var isRest = best.Amount.Reason is AmountReason.Part or AmountReason.Together;
            _open[best.Items[i]] = isRest ? Math.Max(0, _open[best.Items[i]] - _shares[line][i]) : 0;
        }
    }

    private MatchDecision Decision(int line)
    {
        var answer = _answers[line];
        return Decisions.Of(_index, _lines[line], answer, _isSettled[line], _heldBack[line], _rules,
            reading => _isSettled[line] && ReferenceEquals(reading, answer.Ranked[0]) ? _shares[line] : Decisions.Shares(reading, _open, _lines[line].AmountMinor));
    }
}
