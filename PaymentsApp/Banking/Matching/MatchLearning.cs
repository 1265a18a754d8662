namespace PaymentsApp.Banking.Matching;

/// <summary>Learns from what people confirm and correct: pure, the same history gives the same memory.</summary>
public static class MatchLearning
{
    /// <summary>
    /// An account or name becomes usable for a payer with the second confirmation. One contradiction, by undoing or by a
    /// confirmation for somebody else, sets it back to nothing: it has to earn its place again.
    /// </summary>
    public static MatchMemory Learn(MatchMemory memory, IEnumerable<ConfirmedMatch> history)
    {
        var known = memory.Aliases.ToDictionary(alias => (alias.Kind, alias.Key, alias.PayerId));
        foreach (var match in history)
        {
            Learn(known, AliasKind.Account, match.PayerAccount, match);
            Learn(known, AliasKind.Name, match.PayerName, match);
        }

        return new MatchMemory(known.Values);
    }

    private static void Learn(Dictionary<(AliasKind Kind, string Key, int PayerId), MatchAlias> known, AliasKind kind, string text, ConfirmedMatch match)
    {
        var key = MatchMemory.KeyOf(kind, text);
        if (key.Length == 0)
        {
            return;
        }

        var contradicted = known.Values.Where(alias => alias.Kind == kind && alias.Key == key
            && (alias.PayerId == match.UndonePayerId || (match.PayerId is { } right && alias.PayerId != right))).ToList();
        foreach (var alias in contradicted)
        {
            known[(kind, key, alias.PayerId)] = alias with { Confirmed = 0 };
        }

        if (match.PayerId is { } payer)
        {
            var earlier = known.GetValueOrDefault((kind, key, payer), new MatchAlias(kind, key, payer, 0));
            known[(kind, key, payer)] = earlier with { Confirmed = earlier.Confirmed + 1 };
        }
    }
}
