using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.Tests.Support;

public sealed class TestDatabaseTests
{
    [Theory, BothDatabases]
    public async Task A_test_has_people_with_rights_and_an_invoice_of_its_own(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var organization = await app.OrganizationAsync(rep);
        var invoice = await app.InvoiceAsync(organization, total: 99.50m);

        var user = app.Get<CurrentUser>();
        var other = app.For(rep);
        await using var db = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(finance.Id, (await user.RequireAsync(Permission.ApplyPayments, db, CancellationToken.None)).UserId);
        Assert.Null(await ((CurrentUser)other.GetService(typeof(CurrentUser))!).FindAsync(Permission.ApplyPayments, db, CancellationToken.None));
        app.As(null);
        Assert.Null(await user.FindAsync(Permission.ViewAccounts, db, CancellationToken.None));
        Assert.Equal(9950, await db.Invoices.Where(i => i.Id == invoice.Id).Select(i => i.OutstandingMinor).SingleAsync(CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task Two_tests_do_not_see_each_other(DatabaseProvider provider)
    {
        await using var first = await TestDatabase.CreateAsync(provider);
        await using var second = await TestDatabase.CreateAsync(provider);

        await first.OrganizationAsync();

        Assert.Equal(1, await first.ReadAsync(db => db.Organizations.CountAsync()));
        Assert.Equal(0, await second.ReadAsync(db => db.Organizations.CountAsync()));
    }
}
