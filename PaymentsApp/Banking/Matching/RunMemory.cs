namespace PaymentsApp.Banking.Matching;

/// <summary>
/// What the sure lines of a run show about accounts and names, for the lines that are not sure yet: the same rule as for what
/// people confirm, two agreeing uses and none against.
/// </summary>
internal sealed class RunMemory
{
    private readonly Dictionary<(AliasKind Kind, string Key), (int Payer, int Uses)> _seen;

    private RunMemory(Dictionary<(AliasKind Kind, string Key), (int Payer, int Uses)> seen) => _seen = seen;

    public static RunMemory Empty { get; } = new([]);

    /// <param name="sure">Lines that are settled, with the place of their payer.</param>
    public static RunMemory Of(IEnumerable<(LineKeys Keys, int Payer)> sure)
    {
        var seen = new Dictionary<(AliasKind, string), (int Payer, int Uses)>();
        foreach (var (keys, payer) in sure)
        {
            See(seen, AliasKind.Account, keys.Account, payer);
            See(seen, AliasKind.Name, keys.Name, payer);
        }

        return new RunMemory(seen);
    }

    public IEnumerable<int> Paying(in LineKeys keys) => Usable(AliasKind.Account, keys.Account);

    public IEnumerable<int> Named(in LineKeys keys) => Usable(AliasKind.Name, keys.Name);

    /// <summary>What is known of these, to see whether it has changed.</summary>
    public ((int Payer, int Uses) Name, (int Payer, int Uses) Account) Of(in LineKeys keys) =>
        (Seen(AliasKind.Name, keys.Name), Seen(AliasKind.Account, keys.Account));

    /// <summary>The payer of the only line from this account; null: none, or not just one.</summary>
    public int? PayingOnce(in LineKeys keys) =>
        _seen.TryGetValue((AliasKind.Account, keys.Account), out var seen) && seen is { Payer: >= 0, Uses: 1 } ? seen.Payer : null;

    private static void See(Dictionary<(AliasKind, string), (int Payer, int Uses)> seen, AliasKind kind, string key, int payer)
    {
        if (key.Length > 0)
        {
            // Payer -1: it paid for several.
            seen[(kind, key)] = seen.TryGetValue((kind, key), out var earlier)
                ? (earlier.Payer == payer ? payer : -1, earlier.Uses + 1)
                : (payer, 1);
        }
    }

    // Uses beyond those that make it usable change nothing.
    private (int Payer, int Uses) Seen(AliasKind kind, string key) =>
        _seen.TryGetValue((kind, key), out var seen) ? (seen.Payer, Math.Min(seen.Uses, MatchAlias.ConfirmationsNeeded)) : (-1, 0);

    private IEnumerable<int> Usable(AliasKind kind, string key) =>
        _seen.TryGetValue((kind, key), out var seen) && seen is { Payer: >= 0, Uses: >= MatchAlias.ConfirmationsNeeded } ? [seen.Payer] : [];
}
