using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Collection;
using PaymentsApp.Invoicing.Lists;
using PaymentsApp.Organizations;

namespace PaymentsApp.Benchmarks.Lists;

/// <summary>Lists of invoices: the open ones of Collection, all of Finance, those of one client.</summary>
internal static class InvoiceListCases
{
    private const string OpenInvoices = "open invoices (with totals)";
    private const string AllInvoices = "all invoices (with total)";
    private const string OfOrganization = "a client's invoices";

    public static IEnumerable<ListCase> Of(ListPlaces places) => [.. Open(places), .. All(places), .. Organization(places)];

    private static IEnumerable<ListCase> Open(ListPlaces places)
    {
        yield return Case(ListCase.First, "by due date", new OpenInvoiceList());
        yield return Case(ListCase.Far, "by due date", new OpenInvoiceList(Key: places.OpenByDue));
        yield return Case(ListCase.Far, "backwards", new OpenInvoiceList(Key: places.OpenByDue with { IsBackwards = true }));
        yield return Case(ListCase.Far, "by outstanding", new OpenInvoiceList(OpenInvoiceSort.Outstanding, Key: places.OpenByOutstanding));
        foreach (var sort in Enum.GetValues<OpenInvoiceSort>())
        {
            yield return Case(ListCase.Sort, $"{sort}", new OpenInvoiceList(sort));
            yield return Case(ListCase.Sort, $"{sort}, descending", new OpenInvoiceList(sort, IsDescending: true));
            yield return Case(ListCase.Filter, $"overdue by {sort}", new OpenInvoiceList(sort, Filter: OpenInvoiceFilter.Overdue));
            yield return Case(ListCase.Filter, $"due soon by {sort}", new OpenInvoiceList(sort, IsDescending: true, Filter: OpenInvoiceFilter.DueSoon));
            yield return Case(ListCase.Filter, $"JPY by {sort}", new OpenInvoiceList(sort, Currency: "JPY"));
        }

        foreach (var (kind, text) in Searches(places))
        {
            yield return Case(kind, $"“{text}”", new OpenInvoiceList(Search: text));
            yield return Case(kind, $"“{text}” by total", new OpenInvoiceList(OpenInvoiceSort.Total, Search: text));
            yield return Case(kind, $"“{text}”, overdue", new OpenInvoiceList(Filter: OpenInvoiceFilter.Overdue, Search: text));
        }

        static ListCase Case(string kind, string detail, OpenInvoiceList list) => new(OpenInvoices, kind, detail, async (services, cancel) =>
        {
            var queries = services.GetRequiredService<OpenInvoiceQueries>();
            await queries.PageAsync(list, cancel);
            await queries.TotalsAsync(list, cancel);
        });
    }

    private static IEnumerable<ListCase> All(ListPlaces places)
    {
        yield return Case(ListCase.First, "newest", new InvoiceList());
        yield return Case(ListCase.Far, "newest", new InvoiceList(Key: places.AllByIssued));
        foreach (var sort in Enum.GetValues<InvoiceSort>())
        {
            yield return Case(ListCase.Sort, $"{sort}", new InvoiceList(sort, IsDescending: false));
            yield return Case(ListCase.Sort, $"{sort}, descending", new InvoiceList(sort));
            foreach (var filter in Enum.GetValues<InvoiceFilter>().Except([InvoiceFilter.All]))
            {
                yield return Case(ListCase.Filter, $"{filter} by {sort}", new InvoiceList(sort, Filter: filter));
            }
        }

        foreach (var (kind, text) in Searches(places))
        {
            yield return Case(kind, $"“{text}”", new InvoiceList(Search: text));
            yield return Case(kind, $"“{text}” by total", new InvoiceList(InvoiceSort.Total, Search: text));
            yield return Case(kind, $"“{text}”, overdue", new InvoiceList(Filter: InvoiceFilter.Overdue, Search: text));
        }

        static ListCase Case(string kind, string detail, InvoiceList list) => new(AllInvoices, kind, detail, async (services, cancel) =>
        {
            var queries = services.GetRequiredService<InvoiceListQueries>();
            await queries.PageAsync(list, cancel);
            await queries.OutstandingAsync(list, cancel);
        });
    }

    private static IEnumerable<ListCase> Organization(ListPlaces places)
    {
        var id = places.OrganizationId;
        yield return Case(ListCase.First, "open ones", new OrganizationInvoiceList(id));
        yield return Case(ListCase.Far, "open ones", new OrganizationInvoiceList(id, Key: places.OrganizationByDue));
        foreach (var sort in Enum.GetValues<OrganizationInvoiceSort>())
        {
            yield return Case(ListCase.Sort, $"{sort}", new OrganizationInvoiceList(id, sort, IsOpenOnly: false));
        }

        yield return Case(ListCase.Hit, "number", new OrganizationInvoiceList(id, Search: places.InvoiceNumber));
        yield return Case(ListCase.Hit, "“SYN”", new OrganizationInvoiceList(id, IsOpenOnly: false, Search: "SYN"));
        yield return Case(ListCase.Miss, "“XYZ”", new OrganizationInvoiceList(id, Search: "XYZ"));

        static ListCase Case(string kind, string detail, OrganizationInvoiceList list) => new(OfOrganization, kind, detail, (services, cancel) =>
            services.GetRequiredService<OrganizationDetailQueries>().InvoicesAsync(list, cancel));
    }

    // Exact, the beginning that every number shares, words that many names share, one that few have, and nothing.
    private static IEnumerable<(string Kind, string Text)> Searches(ListPlaces places) =>
    [
        (ListCase.Hit, places.InvoiceNumber), (ListCase.Hit, "SYN"), (ListCase.Hit, "S"), (ListCase.Hit, "Harbor"), (ListCase.Hit, "motors"),
        (ListCase.Hit, places.OrganizationName), (ListCase.Miss, "XYZ-999"), (ListCase.Miss, "zzz"), (ListCase.Miss, "SYN-9999999"),
    ];
}
