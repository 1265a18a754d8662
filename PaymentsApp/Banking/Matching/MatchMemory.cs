using System.Collections.Frozen;

namespace PaymentsApp.Banking.Matching;

/// <summary>What confirmed matches have taught: which accounts and names pay for whom. A value; learning makes a new one.</summary>
public sealed class MatchMemory(IEnumerable<MatchAlias> aliases)
{
    private readonly FrozenDictionary<(AliasKind Kind, string Key), MatchAlias[]> _byKey =
        aliases.GroupBy(alias => (alias.Kind, alias.Key)).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Nothing learned yet.</summary>
    public static MatchMemory Empty { get; } = new([]);

    /// <summary>All that is known, in the order of their keys.</summary>
    public IEnumerable<MatchAlias> Aliases => _byKey.Values.SelectMany(all => all).OrderBy(alias => alias.Kind)
        .ThenBy(alias => alias.Key, StringComparer.Ordinal).ThenBy(alias => alias.PayerId);

    /// <summary>Who pays under this account or name; only what may be relied on.</summary>
    /// <param name="kind">Account or name.</param>
    /// <param name="key">See <see cref="KeyOf"/>.</param>
    public IEnumerable<int> Payers(AliasKind kind, string key) =>
        _byKey.TryGetValue((kind, key), out var found) ? found.Where(alias => alias.IsUsable).Select(alias => alias.PayerId) : [];

    /// <summary>How an account or a name is remembered: without blanks, punctuation, case, accents and legal form.</summary>
    public static string KeyOf(AliasKind kind, string text) => kind switch
    {
        AliasKind.Account => PayerNames.Compact(text),
        _ => PayerNames.Key(text),
    };
}
