namespace PaymentsApp.Banking;

/// <summary>
/// Tells new movements from those that came before: the same file again, overlapping periods, a report of the day and the
/// statement after it, CAMT and MT940 of one day. Each known line stands for one movement only, so two equal payments of a
/// day stay two; a bank id alone proves nothing, because banks use ids again.
/// </summary>
public static class BankLines
{
    /// <param name="known">Lines of earlier files, of any account.</param>
    /// <param name="statement">A statement of the new file.</param>
    /// <returns>One answer per entry, in order.</returns>
    public static IReadOnlyList<ComparedLine> Compare(IEnumerable<BankLine> known, BankStatement statement)
    {
        var free = known.Where(line => BankAccounts.AreSame(line.Account, statement.Account))
            .GroupBy(line => (line.Entry.AmountMinor, line.Entry.Currency))
            .ToDictionary(group => group.Key, group => group.ToList());
        var byBankId = known.Where(line => line.Entry.BankId is not null && BankAccounts.AreSame(line.Account, statement.Account)).ToLookup(line => line.Entry.BankId);
        var verdicts = new ComparedLine?[statement.Entries.Count];

        // The surest signs first over all entries, so that no entry takes the known line of a better one.
        foreach (var isSame in new Func<BankEntry, BankLine, bool>[] { IsEqual, HasSameIds, HasSameText })
        {
            for (var i = 0; i < verdicts.Length; i++)
            {
                verdicts[i] ??= Take(statement.Entries[i], free, isSame);
            }
        }

        for (var i = 0; i < verdicts.Length; i++)
        {
            var entry = statement.Entries[i];
            verdicts[i] ??= Reused(entry, byBankId) ?? Similar(entry, statement, free) ?? new ComparedLine(entry, BankLineVerdict.New, null);
        }

        return verdicts!;
    }

    private static ComparedLine? Take(BankEntry entry, Dictionary<(long, string?), List<BankLine>> free, Func<BankEntry, BankLine, bool> isSame)
    {
        if (!free.TryGetValue((entry.AmountMinor, entry.Currency), out var lines) || lines.FindIndex(line => isSame(entry, line)) is var found && found < 0)
        {
            return null;
        }

        var earlier = lines[found];
        lines.RemoveAt(found);
        return new ComparedLine(entry, earlier.Entry.Status != BankEntryStatus.Booked && entry.Status == BankEntryStatus.Booked ? BankLineVerdict.Books : BankLineVerdict.Known, earlier);
    }

    // Everything that a second copy of the same statement has again.
    private static bool IsEqual(BankEntry entry, BankLine line) =>
        entry.BookedOn == line.Entry.BookedOn && entry.ValueOn == line.Entry.ValueOn && entry.BankId == line.Entry.BankId
        && entry.EndToEndId == line.Entry.EndToEndId && Plain(entry.PayerAccount) == Plain(line.Entry.PayerAccount)
        && Plain(entry.PayerName) == Plain(line.Entry.PayerName) && Plain(entry.RemittanceText) == Plain(line.Entry.RemittanceText);

    // Another format: one of the ids agrees, none speaks against it, and the days are near.
    private static bool HasSameIds(BankEntry entry, BankLine line)
    {
        var bank = Agree(entry.BankId, line.Entry.BankId);
        var payer = Agree(entry.EndToEndId, line.Entry.EndToEndId);
        return (bank == true || payer == true) && payer != false && IsNear(entry, line.Entry)
            && (bank != false || payer == true) && Agree(entry.PayerAccount, line.Entry.PayerAccount) != false;
    }

    private static bool HasSameText(BankEntry entry, BankLine line) =>
        Plain(entry.RemittanceText) is { Length: >= 6 } text && text == Plain(line.Entry.RemittanceText) && IsNear(entry, line.Entry)
        && Agree(entry.BankId, line.Entry.BankId) != false && Agree(entry.EndToEndId, line.Entry.EndToEndId) != false
        && Agree(entry.PayerAccount, line.Entry.PayerAccount) != false && NamesAgree(entry.PayerName, line.Entry.PayerName);

    private static ComparedLine? Reused(BankEntry entry, ILookup<string?, BankLine> byBankId) =>
        entry.BankId is not null && byBankId[entry.BankId].FirstOrDefault(line => line.Entry.Batch is null || entry.Batch is null) is { } earlier
            ? new ComparedLine(entry, BankLineVerdict.BankIdReused, earlier)
            : null;

    // Only between formats: within one, ids and texts would have agreed.
    private static ComparedLine? Similar(BankEntry entry, BankStatement statement, Dictionary<(long, string?), List<BankLine>> free)
    {
        if (!free.TryGetValue((entry.AmountMinor, entry.Currency), out var lines))
        {
            return null;
        }

        var found = lines.FindIndex(line => line.Format != statement.Format && IsNear(entry, line.Entry)
            && Agree(entry.EndToEndId, line.Entry.EndToEndId) != false && Agree(entry.PayerAccount, line.Entry.PayerAccount) != false);
        if (found < 0)
        {
            return null;
        }

        var earlier = lines[found];
        lines.RemoveAt(found);
        return new ComparedLine(entry, BankLineVerdict.Similar, earlier);
    }

    private static bool IsNear(BankEntry entry, BankEntry other) =>
        IsSameDay(entry.ValueOn, other.ValueOn) ?? IsSameDay(entry.BookedOn, other.BookedOn) ?? IsSameDay(entry.BookedOn ?? entry.ValueOn, other.BookedOn ?? other.ValueOn) ?? false;

    private static bool? IsSameDay(DateOnly? day, DateOnly? other) => day is null || other is null ? null : day == other;

    // Null when one of them is missing: then it says nothing.
    private static bool? Agree(string? id, string? other) => id is null || other is null ? null : Plain(id) == Plain(other);

    // A format may cut a name; a missing one says nothing.
    private static bool NamesAgree(string? name, string? other)
    {
        var (one, two) = (Plain(name), Plain(other));
        return one.StartsWith(two, StringComparison.Ordinal) || two.StartsWith(one, StringComparison.Ordinal);
    }

    private static string Plain(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
