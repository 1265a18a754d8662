using Microsoft.EntityFrameworkCore;
using PaymentsApp.Banking;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>Turns what was read into what is kept, and tells new movements from those that came before.</summary>
internal static class BankStore
{
    // A movement is told again within so many days: overlapping periods, a report of the day and the statement after it.
    private const int OverlapDays = 45;

    public static KeptBankStatement Statement(Guid id, Guid fileId, int position, BankStatement read, string currency, int? bankAccountId)
    {
        var code = Currency.IsKnown(read.Currency) ? read.Currency : currency;
        var hasBalances = read is { Opening: not null, Closing: not null };
        var differs = read.Findings.Any(finding => finding.Kind is BankFindingKind.BalanceDifference or BankFindingKind.BalanceCurrency);
        bool? addsUp = differs ? false : hasBalances ? true : null;
        return new KeptBankStatement
        {
            Id = id,
            FileId = fileId,
            Position = position,
            Format = read.Format,
            Account = read.Account,
            BankAccountId = bankAccountId,
            Currency = code,
            Number = read.Number ?? read.StatementId,
            FromOn = read.From ?? read.Entries.Min(entry => entry.BookedOn ?? entry.ValueOn),
            ToOn = read.To ?? read.Entries.Max(entry => entry.BookedOn ?? entry.ValueOn),
            OpeningMinor = read.Opening?.AmountMinor,
            ClosingMinor = read.Closing?.AmountMinor,
            LineCount = read.Entries.Count,
            TotalMinor = read.Entries.Sum(entry => entry.AmountMinor),
            Findings = BankJson.Write(read.Findings.Select(finding => new BankKeptFinding(finding.Message, finding.BlocksAutomation, finding.DifferenceMinor, finding.At.Line)).ToList()),
            AddsUp = addsUp,
            MayApplyUnasked = read.MayBeAppliedAutomatically && addsUp == true,
        };
    }

    /// <summary>The lines of a statement in the order of the file; those that came before are duplicates.</summary>
    /// <param name="statement">As it is kept.</param>
    /// <param name="read">As it was read.</param>
    /// <param name="known">From <see cref="KnownAsync"/>.</param>
    /// <param name="at">For the ids.</param>
    public static List<KeptBankLine> Lines(KeptBankStatement statement, BankStatement read, IReadOnlyDictionary<BankLine, Guid> known, DateTime at)
    {
        var lines = new List<KeptBankLine>(read.Entries.Count);
        foreach (var (i, compared) in BankLines.Compare(known.Keys, read).Index())
        {
            var entry = compared.Entry;
            var line = new KeptBankLine
            {
                Id = Guid.CreateVersion7(at),
                StatementId = statement.Id,
                Position = i + 1,
                BookedOn = entry.BookedOn ?? entry.ValueOn,
                AmountMinor = entry.AmountMinor,
                Currency = Currency.IsKnown(entry.Currency) ? entry.Currency : statement.Currency,
                Entry = BankJson.Write(entry),
                EarlierLineId = compared is { Earlier: { } earlier, Verdict: not BankLineVerdict.Books } ? known[earlier] : null,
                PaymentId = Guid.CreateVersion7(at),
            };
            if (compared.Verdict == BankLineVerdict.Known)
            {
                line.Decide(BankLineState.Duplicate);
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Lines of earlier files, and of earlier statements of this one, that a statement may tell again.</summary>
    public static async Task<Dictionary<BankLine, Guid>> KnownAsync(AppDbContext db, KeptBankStatement statement, CancellationToken cancel)
    {
        var others = await (
            from other in db.BankStatements
            join file in db.BankFiles on other.FileId equals file.Id
            where other.FileId != statement.FileId || other.Position < statement.Position
            select new { other.Id, other.Account, other.Format, file.Sha256 }).ToListAsync(cancel);
        var same = others.Where(other => BankAccounts.AreSame(other.Account, statement.Account)).ToDictionary(other => other.Id);
        var ids = same.Keys.ToArray();
        var (from, to) = (statement.FromOn?.AddDays(-OverlapDays), statement.ToOn?.AddDays(OverlapDays));
        var lines = ids.Length == 0 ? [] : await db.BankLines.AsNoTracking()
            .Where(line => ids.Contains(line.StatementId) && line.State != BankLineState.Duplicate
                && (line.BookedOn == null || from == null || (line.BookedOn >= from && line.BookedOn <= to)))
            .Select(line => new { line.Id, line.StatementId, line.Entry })
            .ToListAsync(cancel);

        // By reference: two equal payments of a day are two.
        var known = new Dictionary<BankLine, Guid>(ReferenceEqualityComparer.Instance);
        foreach (var line in lines)
        {
            var of = same[line.StatementId];
            known.Add(new BankLine(of.Account, of.Format, of.Sha256, BankJson.Entry(line.Entry)), line.Id);
        }

        return known;
    }

    /// <summary>The company's account that a statement is of; null when none or more than one could be meant.</summary>
    public static BankAccount? AccountOf(IEnumerable<BankAccount> accounts, string? account, string? currency)
    {
        var plain = string.Concat((account ?? "").Where(char.IsAsciiLetterOrDigit));
        var found = accounts.Where(own => own.MaskedNumber.Length > 0 && plain.EndsWith(own.MaskedNumber, StringComparison.OrdinalIgnoreCase)
            && (currency is null || own.Currency == currency)).ToList();
        return found is [var only] ? only : null;
    }
}
