using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.Payments.Balances;
using PaymentsApp.Security;

namespace PaymentsApp.FollowUps.Issues;

/// <summary>Before an issue closes: which of its advertisers are overdue.</summary>
public sealed class IssueCloseQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>The most clients that are listed.</summary>
    public const int ListMax = 200;

    // From one name to the next along the index: a million rows have some hundred names.
    private const string Names =
        """
        WITH RECURSIVE names("Value") AS (
            SELECT min("Issue") FROM "InvoiceRows" WHERE "Issue" > ''
            UNION ALL
            SELECT (SELECT min("Issue") FROM "InvoiceRows" WHERE "Issue" > names."Value") FROM names WHERE names."Value" IS NOT NULL)
        SELECT "Value" FROM names WHERE "Value" IS NOT NULL
        """;

    /// <summary>Of the accounts that the person may see.</summary>
    public async Task<IssueClose> NextAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.FollowUp, db, cancel);
        var today = clock.Today;
        var coming = (await db.Database.SqlQueryRaw<string>(Names).ToListAsync(cancel))
            .Select(MagazineIssue.Parse).OfType<MagazineIssue>().Where(issue => issue.AppearsOn >= today).ToList();
        if (coming.Count == 0)
        {
            return new IssueClose([], null, 0, []);
        }

        var appearOn = coming.Min(issue => issue.AppearsOn);
        string[] names = [.. coming.Where(issue => issue.AppearsOn == appearOn).Select(issue => issue.Name).Order(StringComparer.Ordinal)];
        var booked = await (
            from row in db.InvoiceRows
            where EF.Parameter(names).Contains(row.Issue)
            join invoice in db.Invoices on row.InvoiceId equals invoice.Id
            join organization in access.VisibleOrganizations(db) on invoice.OrganizationId equals organization.Id
            group row.AmountMinor by new { invoice.OrganizationId, invoice.Currency } into rows
            select new { rows.Key.OrganizationId, rows.Key.Currency, Minor = rows.Sum() }).ToListAsync(cancel);
        int[] ids = [.. booked.Select(sum => sum.OrganizationId).Distinct()];
        var overdue = await OverdueSums.OfAsync(db, ids, today, cancel);
        int[] late = [.. overdue.OrderBy(pair => pair.Value.OldestDueOn).ThenBy(pair => pair.Key).Take(ListMax).Select(pair => pair.Key)];
        var people = await db.Organizations.Where(organization => EF.Parameter(late).Contains(organization.Id))
            .Select(organization => new
            {
                organization.Id,
                organization.Name,
                Owner = db.Users.Where(user => user.Id == organization.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
            })
            .ToDictionaryAsync(organization => organization.Id, cancel);
        var held = await HoldReading.OfAsync(db, late, today, cancel);
        return new IssueClose(names, appearOn, ids.Length,
        [
            .. late.Select(id => new IssueClient(
                id, people[id].Name, people[id].Owner, booked.Where(sum => sum.OrganizationId == id).Select(sum => new Money(sum.Minor, sum.Currency)).First(),
                overdue[id].Amounts, overdue[id].DaysLate(today), held.ContainsKey(id))),
        ]);
    }
}
