namespace PaymentsApp.Banking.Matching;

/// <summary>
/// What the sure lines of a run show about accounts and names, for the lines that are not sure yet: the same rule as for what
/// people confirm, two agreeing uses and none against.
/// </summary>
internal sealed class RunMemory
{
    private readonly Dictionary<string, (int Payer, int Uses)> _accounts;
    private readonly Dictionary<string, (int Payer, int Uses)> _names;

    private RunMemory(Dictionary<string, (int Payer, int Uses)> accounts, Dictionary<string, (int Payer, int Uses)> names) =>
        (_accounts, _names) = (accounts, names);

    public static RunMemory Empty { get; } = new([], []);

    /// <summary>This and what more lines show; itself when there are none.</summary>
    /// <param name="sure">Lines that are now settled, with the place of their payer.</param>
    public RunMemory And(IReadOnlyCollection<(LineKeys Keys, int Payer)> sure)
    {
        if (sure.Count == 0)
        {
            return this;
        }

        var (accounts, names) = (Copy(_accounts, sure.Count), Copy(_names, sure.Count));
        foreach (var (keys, payer) in sure)
        {
            See(accounts, keys.Account, payer);
            See(names, keys.Name, payer);
        }

        return new RunMemory(accounts, names);
    }

    public IEnumerable<int> Paying(in LineKeys keys) => Usable(_accounts, keys.Account);

    public IEnumerable<int> Named(in LineKeys keys) => Usable(_names, keys.Name);

    /// <summary>What is known of these, to see whether it has changed.</summary>
    public ((int Payer, int Uses) Name, (int Payer, int Uses) Account) Of(in LineKeys keys) =>
        (Seen(_names, keys.Name), Seen(_accounts, keys.Account));

    /// <summary>The payer of the only line from this account; null: none, or not just one.</summary>
    public int? PayingOnce(in LineKeys keys) =>
        _accounts.TryGetValue(keys.Account, out var seen) && seen is { Payer: >= 0, Uses: 1 } ? seen.Payer : null;

    private static Dictionary<string, (int Payer, int Uses)> Copy(Dictionary<string, (int Payer, int Uses)> earlier, int more)
    {
        var copy = new Dictionary<string, (int Payer, int Uses)>(earlier, StringComparer.Ordinal);
        copy.EnsureCapacity(earlier.Count + more);
        return copy;
    }

    private static void See(Dictionary<string, (int Payer, int Uses)> seen, string key, int payer)
    {
        if (key.Length > 0)
        {
            // Payer -1: it paid for several.
            seen[key] = seen.TryGetValue(key, out var earlier)
                ? (earlier.Payer == payer ? payer : -1, earlier.Uses + 1)
                : (payer, 1);
        }
    }

    // Uses beyond those that make it usable change nothing.
    private static (int Payer, int Uses) Seen(Dictionary<string, (int Payer, int Uses)> known, string key) =>
        known.TryGetValue(key, out var seen) ? (seen.Payer, Math.Min(seen.Uses, MatchAlias.ConfirmationsNeeded)) : (-1, 0);

    private static int[] Usable(Dictionary<string, (int Payer, int Uses)> known, string key) =>
        known.TryGetValue(key, out var seen) && seen is { Payer: >= 0, Uses: >= MatchAlias.ConfirmationsNeeded } ? [seen.Payer] : [];
}
