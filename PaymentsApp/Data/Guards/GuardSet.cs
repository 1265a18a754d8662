namespace PaymentsApp.Data.Guards;

/// <summary>
/// Which tables a migration guards. A set stays as it is once a migration that uses it is released; new tables come in a set of their own.
/// </summary>
/// <param name="Facts">Tables whose rows are never changed or deleted.</param>
/// <param name="FactColumns">Tables whose rows are never deleted, and their columns that never change: all but a balance or a decision.</param>
/// <param name="DecidedOnce">Tables whose rows never change again once this column has a value.</param>
/// <param name="Replaceable">The keys that INSERT OR REPLACE could aim at.</param>
internal sealed record GuardSet(
    IReadOnlyList<string> Facts,
    IReadOnlyList<(string Table, IReadOnlyList<string> Columns)> FactColumns,
    IReadOnlyList<(string Table, string Column)> DecidedOnce,
    IReadOnlyList<(string Table, IReadOnlyList<string> Key)> Replaceable)
{
    /// <summary>The names of these guards on SQLite.</summary>
    public IEnumerable<string> SqliteTriggers =>
        [.. OnBoth, .. Replaceable.Select(guard => NoReplace(guard.Table, guard.Key))];

    /// <summary>The names of these guards on PostgreSQL.</summary>
    public IEnumerable<string> PostgresTriggers => [.. OnBoth, .. Tables.Select(table => $"{table}_no_truncate")];

    /// <summary>Every guarded table.</summary>
    public IEnumerable<string> Tables => [.. Facts, .. FactColumns.Select(guard => guard.Table)];

    private IEnumerable<string> OnBoth =>
    [
        .. Tables.SelectMany(table => new[] { $"{table}_no_UPDATE", $"{table}_no_DELETE" }),
        .. DecidedOnce.Select(guard => DecidedIsFinal(guard.Table)),
    ];

    /// <summary>Both sets.</summary>
    public GuardSet Plus(GuardSet other) => new(
        [.. Facts, .. other.Facts], [.. FactColumns, .. other.FactColumns], [.. DecidedOnce, .. other.DecidedOnce], [.. Replaceable, .. other.Replaceable]);

    /// <summary>The name of the guard of one such key.</summary>
    public static string NoReplace(string table, IEnumerable<string> key) => $"{table}_{string.Join('_', key)}_no_replace";

    /// <summary>The name of the guard of a decision.</summary>
    public static string DecidedIsFinal(string table) => $"{table}_decided_is_final";
}
