using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Security;
using PaymentsApp.Seeding;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Seeding;

public sealed class DemoDataTests
{
    [Theory, BothDatabases]
    public async Task A_year_of_a_small_publisher_with_every_situation(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);

        Assert.True(await LoadAsync(app));

        Assert.Empty(await app.VerifyAsync());
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var today = app.Today;
        Assert.Equal(60, await Count(db.Organizations));
        Assert.Equal(2, await Count(db.Organizations.Select(o => o.OwnerId).Where(owner => owner != null).Distinct()));
        Assert.Equal(4, await Count(db.Invoices.Select(i => i.Currency).Distinct()));
        Assert.Equal(await Count(db.PaymentTypes), await Count(db.Payments.Select(p => p.PaymentTypeId).Distinct()));
        Assert.Equal(0, await Count(db.Payments.Where(p => p.ReceivedOn > today)));
        Assert.Equal(0, await Count(db.Payments.Where(p => p.RecordedAt > app.Clock.Now)));
        Assert.Equal(0, await Count(db.Organizations.Where(o => !db.Invoices.Any(i => i.OrganizationId == o.Id))));

        Assert.All(
            new Dictionary<string, int>
            {
                ["paid"] = await Count(db.Invoices.Where(i => i.OutstandingMinor == 0)),
                ["part paid"] = await Count(db.Invoices.Where(i => i.OutstandingMinor > 0 && i.AllocatedMinor > 0)),
                ["open, not due"] = await Count(db.Invoices.Where(i => i.OutstandingMinor > 0 && i.DueOn >= today)),
                ["overdue"] = await Count(db.Invoices.Where(i => i.OutstandingMinor > 0 && i.DueOn < today)),
                ["overdue for 90 days"] = await Count(db.Invoices.Where(i => i.OutstandingMinor > 0 && i.DueOn < today.AddDays(-90))),
                ["over several invoices"] = await Count(db.Payments.Where(p => db.Allocations.Count(a => a.PaymentId == p.Id) > 2)),
                ["with credit"] = await Count(db.Payments.Where(p => p.UnappliedMinor > 0)),
                ["with a bank fee"] = await Count(db.Payments.Where(p => p.AdjustedMinor > 0)),
                ["with a check date"] = await Count(db.Payments.Where(p => p.CheckDatedOn != null)),
                ["of an agency for clients of others"] = await Count(db.Payments.Where(p => db.PaymentClients.Count(c => c.PaymentId == p.Id) > 1)),
                ["for a client of one rep"] = await Count(db.PaymentClients.Where(c => db.Organizations.Any(o => o.Id == c.OrganizationId && o.OwnerId == DemoPeople.FirstRepId))),
                ["for a client of the other"] = await Count(db.PaymentClients.Where(c => db.Organizations.Any(o => o.Id == c.OrganizationId && o.OwnerId == DemoPeople.SecondRepId))),
                ["reversed"] = await Count(db.Reversals.Where(r => r.PaymentId != null)),
                ["taken back"] = await Count(db.Reversals.Where(r => r.AllocationId != null && r.Reason.StartsWith("Applied to"))),
            },
            situation => Assert.True(situation.Value > 1, $"{situation.Key}: {situation.Value}"));
    }

    [Fact]
    public async Task Every_load_makes_the_same_figures_counted_back_from_today()
    {
        await using var first = await TestDatabase.CreateAsync();
        await using var later = await TestDatabase.CreateAsync();
        later.Time.Advance(TimeSpan.FromDays(7));

        await LoadAsync(first);
        await LoadAsync(later);

        Assert.Equal(await FiguresAsync(first), await FiguresAsync(later));
    }

    [Fact]
    public async Task A_database_with_organizations_is_left_alone()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.OrganizationAsync();

        Assert.False(await LoadAsync(app));
        Assert.Equal(1, await app.ReadAsync(db => db.Organizations.CountAsync()));
    }

    private static Task<bool> LoadAsync(TestDatabase app) =>
        app.Services.GetRequiredService<DemoData>().LoadAsync(CancellationToken.None);

    private static Task<int> Count<T>(IQueryable<T> rows) => rows.CountAsync(TestContext.Current.CancellationToken);

    // Months have different lengths, so what is paid at a month's end is not compared.
    private static async Task<IReadOnlyList<string>> FiguresAsync(TestDatabase app)
    {
        var invoices = await app.ReadAsync(db => db.Invoices.OrderBy(i => i.Id).ToListAsync());
        return [.. invoices.Select(i => $"{i.Number} {i.OrganizationId} {i.Total} {app.Today.DayNumber - i.DueOn.DayNumber}")];
    }
}
