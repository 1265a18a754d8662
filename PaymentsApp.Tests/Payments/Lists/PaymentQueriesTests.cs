using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Lists;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Lists;

public sealed class PaymentQueriesTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Every_sort_pages_there_and_back_over_every_payment_once(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        await AddAsync(app, 120);
        var queries = app.Get<PaymentQueries>();

        foreach (var sort in Enum.GetValues<PaymentSort>())
        {
            foreach (var isDescending in new[] { false, true })
            {
                var rows = await Walk.ThereAndBackAsync(
                    key => queries.PageAsync(new PaymentSelection(Sort: sort, IsDescending: isDescending, Key: key), Cancel));

                Assert.Equal(120, rows.DistinctBy(row => row.Id).Count());
                var sorted = sort switch
                {
                    PaymentSort.Received => rows.OrderBy(row => row.ReceivedOn).ThenBy(row => row.Number),
                    PaymentSort.Amount => rows.OrderBy(row => row.Amount.Minor).ThenBy(row => row.Number),
                    _ => rows.OrderBy(row => row.Number),
                };
                Assert.Equal(isDescending ? sorted.Reverse() : sorted, rows);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Filters_leave_what_they_say_in_every_order(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var invoice = await app.InvoiceAsync(organization, total: 100);
        var old = await app.PaymentAsync(finance, organization, 100, [(invoice, 100)], receivedOn: app.Today.AddDays(-10));
        var middle = await app.PaymentAsync(finance, organization, 30, receivedOn: app.Today.AddDays(-5));
        var young = await app.PaymentAsync(finance, organization, 20);
        var queries = app.Get<PaymentQueries>();
        var types = await queries.TypesAsync(Cancel);

        foreach (var sort in Enum.GetValues<PaymentSort>())
        {
            var all = new PaymentSelection(Sort: sort);
            await HasAsync(all with { UnappliedOnly = true }, middle, young);
            await HasAsync(all with { From = app.Today.AddDays(-5) }, middle, young);
            await HasAsync(all with { To = app.Today.AddDays(-5) }, old, middle);
            await HasAsync(all with { From = app.Today.AddDays(-5), To = app.Today.AddDays(-1), UnappliedOnly = true }, middle);
            await HasAsync(all with { PaymentTypeId = types[0].Id }, old, middle, young);
            await HasAsync(all with { PaymentTypeId = types[1].Id });
        }

        async Task HasAsync(PaymentSelection selection, params Guid[] ids) =>
            Assert.Equal(ids.Order(), (await queries.PageAsync(selection, Cancel)).Rows.Select(row => row.Id).Order());
    }

    [Theory, BothDatabases]
    public async Task Search_finds_by_number_reference_and_payer(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var harbor = await app.OrganizationAsync(name: "Harbor Coffee");
        var cafe = await app.OrganizationAsync(name: "Café Zürich");
        var first = await app.PaymentAsync(finance, harbor, 10, reference: "CHK 4711");
        var second = await app.PaymentAsync(finance, cafe, 20);
        var queries = app.Get<PaymentQueries>();
        var numbers = (await queries.PageAsync(new PaymentSelection(), Cancel)).Rows.ToDictionary(row => row.Id, row => row.Number);

        foreach (var (text, id) in new (string, Guid?)[]
        {
            ("chk-47", first), (PaymentNumber.Format(numbers[second]), second), ("cafe", second), (harbor.CustomerNumber, first), ("nothing", null),
        })
        {
            Assert.Equal(id is null ? [] : [id.Value], (await queries.PageAsync(new PaymentSelection(Search: text), Cancel)).Rows.Select(row => row.Id));
        }
    }

    [Theory, BothDatabases]
    public async Task A_reversed_payment_stays_in_the_list_and_says_so(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var organization = await app.OrganizationAsync(name: "Harbor Coffee");
        var invoice = await app.InvoiceAsync(organization, total: 100);
        var id = await app.PaymentAsync(finance, organization, 120, [(invoice, 100)]);
        var before = Assert.Single((await app.Get<PaymentQueries>().PageAsync(new PaymentSelection(), Cancel)).Rows);
        await app.Get<PaymentService>().ReverseAsync(new ReversePayment(Guid.CreateVersion7(), id, app.Today, "Bounced"), Cancel);

        var row = Assert.Single((await app.Get<PaymentQueries>().PageAsync(new PaymentSelection(), Cancel)).Rows);

        Assert.Equal(("Harbor Coffee", "Check", 12000L, 10000L, 2000L, false, "Fiona Finance"),
            (before.Payer, before.Type, before.Amount.Minor, before.Applied.Minor, before.Unapplied.Minor, before.IsReversed, before.RecordedBy));
        Assert.Equal((12000L, 0L, 0L, true), (row.Amount.Minor, row.Applied.Minor, row.Unapplied.Minor, row.IsReversed));
    }

    [Theory, BothDatabases]
    public async Task A_rep_sees_payments_of_own_clients_only(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var own = await app.OrganizationAsync(rep);
        var foreign = await app.OrganizationAsync(name: "Foreign");
        var mine = await app.PaymentAsync(finance, own, 10, reference: "A1");
        await app.PaymentAsync(finance, foreign, 20, reference: "A2");
        var queries = app.For(rep).GetRequiredService<PaymentQueries>();

        foreach (var (selection, ids) in new (PaymentSelection, Guid[])[]
        {
            (new(), [mine]), (new(own.Id), [mine]), (new(foreign.Id), []), (new(Search: "A"), [mine]), (new(Search: "Foreign"), []), (new(Search: "P-2"), []),
        })
        {
            Assert.Equal(ids, (await queries.PageAsync(selection, Cancel)).Rows.Select(row => row.Id));
        }
    }

    [Fact]
    public async Task Without_the_right_there_is_no_list()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => app.Get<PaymentQueries>().PageAsync(new PaymentSelection(), Cancel));
        await Assert.ThrowsAsync<AccessDeniedException>(() => app.Get<PaymentQueries>().TypesAsync(Cancel));
    }

    private static async Task AddAsync(TestDatabase app, int count)
    {
        var payers = new[] { await app.OrganizationAsync(), await app.OrganizationAsync() };
        var type = await app.ReadAsync(db => db.PaymentTypes.OrderBy(t => t.SortOrder).Select(t => t.Id).FirstAsync());
        await app.Get<PaymentService>().RegisterManyAsync(
            [
                .. Enumerable.Range(0, count).Select(i => new RegisterPayment(
                    Guid.CreateVersion7(), payers[i % 2].Id, new Money(100 + (i % 4), "USD"), Money.Zero("USD"), app.Today.AddDays(-(i * 7 % 9)), type,
                    $"R{i}", null, null, [])),
            ],
            Cancel);
    }
}
