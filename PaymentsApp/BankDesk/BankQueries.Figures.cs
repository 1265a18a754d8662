using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.BankDesk;

// How matching does.
public sealed partial class BankQueries
{
    /// <summary>The files of so many days count: how matching does now, and what is read stays bounded.</summary>
    public const int FigureDays = 90;

    // The median of the latest decisions.
    private const int ReviewsMax = 2_000;

    /// <summary>The published figures: what is applied unasked, and how much of it was taken back.</summary>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankFigures> FiguresAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
        var since = clock.Now.AddDays(-FigureDays);
        var recent =
            from file in db.BankFiles
            where file.RecordedAt >= since
            join statement in db.BankStatements on file.Id equals statement.FileId
            join line in db.BankLines on statement.Id equals line.StatementId
            select line;
        var parts = await recent
            .Where(line => line.State != BankLineState.Duplicate && line.State != BankLineState.NotReceipt && line.State != BankLineState.Returned && line.AmountMinor > 0)
            .GroupBy(line => new { line.State, line.Currency })
            .Select(group => new { group.Key.State, group.Key.Currency, Count = group.Count(), Sum = group.Sum(line => line.AmountMinor) })
            .ToListAsync(cancel);
        var undone = await db.AuditEntries.CountAsync(entry => entry.Entity == "BankLine" && entry.Action == "Undone" && entry.At >= since
            && db.AuditEntries.Any(earlier => earlier.Entity == "BankLine" && earlier.EntityId == entry.EntityId && earlier.Action == "Applied"), cancel);
        var reviews = await recent.Where(line => line.ReviewMilliseconds != null).OrderByDescending(line => line.DecidedAt)
            .Select(line => line.ReviewMilliseconds!.Value).Take(ReviewsMax).ToListAsync(cancel);
        reviews.Sort();
        var applied = parts.Where(part => part.State == BankLineState.Applied).ToList();
        return new BankFigures(
            parts.Sum(part => part.Count), applied.Sum(part => part.Count), undone, parts.Where(part => BankLineStates.IsPosted(part.State)).Sum(part => part.Count),
            new MoneyPerCurrency(applied.Select(part => new Money(part.Sum, part.Currency))), new MoneyPerCurrency(parts.Select(part => new Money(part.Sum, part.Currency))),
            reviews.Count == 0 ? null : TimeSpan.FromMilliseconds(reviews[reviews.Count / 2]));
    }
}
