using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.BankDesk;

// How matching does.
public sealed partial class BankQueries
{
    // The median of the latest decisions: how people work now, and bounded.
    private const int ReviewsMax = 2_000;

    /// <summary>The published figures: what is applied unasked, and how much of it was taken back.</summary>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankFigures> FiguresAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
        var parts = await db.BankLines
            .Where(line => line.State != BankLineState.Duplicate && line.State != BankLineState.NotReceipt && line.State != BankLineState.Returned && line.AmountMinor > 0)
            .GroupBy(line => new { line.State, line.Currency })
            .Select(group => new { group.Key.State, group.Key.Currency, Count = group.Count(), Sum = group.Sum(line => line.AmountMinor) })
            .ToListAsync(cancel);
        var undone = await db.AuditEntries.CountAsync(entry => entry.Entity == "BankLine" && entry.Action == "Undone"
            && db.AuditEntries.Any(earlier => earlier.Entity == "BankLine" && earlier.Action == "Applied" && earlier.EntityId == entry.EntityId), cancel);
        var reviews = await db.BankLines.Where(line => line.ReviewMilliseconds != null).OrderByDescending(line => line.DecidedAt)
            .Select(line => line.ReviewMilliseconds!.Value).Take(ReviewsMax).ToListAsync(cancel);
        reviews.Sort();
        var applied = parts.Where(part => part.State == BankLineState.Applied).ToList();
        return new BankFigures(
            parts.Sum(part => part.Count), applied.Sum(part => part.Count), undone, parts.Where(part => BankLineStates.IsPosted(part.State)).Sum(part => part.Count),
            new MoneyPerCurrency(applied.Select(part => new Money(part.Sum, part.Currency))), new MoneyPerCurrency(parts.Select(part => new Money(part.Sum, part.Currency))),
            reviews.Count == 0 ? null : TimeSpan.FromMilliseconds(reviews[reviews.Count / 2]));
    }
}
