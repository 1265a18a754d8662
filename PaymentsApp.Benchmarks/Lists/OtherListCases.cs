using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Collection.Outstanding;
using PaymentsApp.Home;
using PaymentsApp.Organizations;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Lists;
using PaymentsApp.Payments.Payers;

namespace PaymentsApp.Benchmarks.Lists;

/// <summary>Payments, organizations, searches and the start page.</summary>
internal static class OtherListCases
{
    public static IEnumerable<ListCase> Of(ListPlaces places, DateOnly today, bool isRep) =>
        [.. Payments("payments", null, places, today), .. Payments("a client's payments", places.OrganizationId, places, today),
            .. Organizations(places), .. Debtors(places), .. Searches(places, today), Home(isRep)];

    private static IEnumerable<ListCase> Payments(string name, int? organizationId, ListPlaces places, DateOnly today)
    {
        var all = new PaymentSelection(organizationId);
        yield return Case(ListCase.First, "newest", all);
        yield return Case(ListCase.Far, "newest", all with { Key = places.PaymentsByDay });
        foreach (var sort in Enum.GetValues<PaymentSort>())
        {
            yield return Case(ListCase.Sort, $"{sort}", all with { Sort = sort, IsDescending = false });
            yield return Case(ListCase.Sort, $"{sort}, descending", all with { Sort = sort });
            yield return Case(ListCase.Filter, $"unapplied by {sort}", all with { Sort = sort, UnappliedOnly = true });
            yield return Case(ListCase.Filter, $"last 7 days by {sort}", all with { Sort = sort, From = today.AddDays(-7) });
            yield return Case(ListCase.Filter, $"a type that few have, by {sort}", all with { Sort = sort, PaymentTypeId = 7 });
            yield return Case(ListCase.Filter, $"a type that many have, by {sort}", all with { Sort = sort, PaymentTypeId = 1 });
        }

        foreach (var text in (string[])[places.Reference, "A1", "P-000123", "Harbor", "motors", places.OrganizationName])
        {
            yield return Case(ListCase.Hit, $"“{text}”", all with { Search = text });
            yield return Case(ListCase.Hit, $"“{text}” by amount", all with { Search = text, Sort = PaymentSort.Amount });
        }

        yield return Case(ListCase.Miss, "“zzz”", all with { Search = "zzz" });
        yield return Case(ListCase.Miss, "“motors”, unapplied of a rare type", all with { Search = "motors", UnappliedOnly = true, PaymentTypeId = 7 });

        ListCase Case(string kind, string detail, PaymentSelection selection) =>
            new(name, kind, detail, (services, cancel) => services.GetRequiredService<PaymentQueries>().PageAsync(selection, cancel));
    }

    private static IEnumerable<ListCase> Debtors(ListPlaces places)
    {
        foreach (var sort in Enum.GetValues<OutstandingSort>())
        {
            yield return Case(ListCase.Sort, $"{sort}", new OutstandingList(sort, IsDescending: false));
            yield return Case(ListCase.Sort, $"{sort}, descending", new OutstandingList(sort));
            yield return Case(ListCase.Filter, $"overdue by {sort}", new OutstandingList(sort, IsOverdueOnly: true));
            yield return Case(ListCase.Hit, $"“{places.OrganizationName}” by {sort}", new OutstandingList(sort, Search: places.OrganizationName));
        }

        yield return new ListCase("debtors", ListCase.First, "totals", (services, cancel) => services.GetRequiredService<OutstandingQueries>().TotalsAsync(new OutstandingList(), cancel));

        static ListCase Case(string kind, string detail, OutstandingList list) =>
            new("debtors", kind, detail, (services, cancel) => services.GetRequiredService<OutstandingQueries>().PageAsync(list, cancel));
    }

    private static IEnumerable<ListCase> Organizations(ListPlaces places)
    {
        yield return Case(ListCase.First, "by name", new OrganizationList());
        yield return Case(ListCase.Far, "by name", new OrganizationList(Key: places.OrganizationsByName));
        foreach (var sort in Enum.GetValues<OrganizationSort>())
        {
            yield return Case(ListCase.Sort, $"{sort}", new OrganizationList(sort));
            yield return Case(ListCase.Sort, $"{sort}, descending", new OrganizationList(sort, IsDescending: true));
        }

        foreach (var text in (string[])[places.OrganizationName, "Harbor", "motors", "SYN-0", "a"])
        {
            yield return Case(ListCase.Hit, $"“{text}”", new OrganizationList(Search: text));
            yield return Case(ListCase.Hit, $"“{text}” by outstanding", new OrganizationList(OrganizationSort.Outstanding, IsDescending: true, Search: text));
        }

        yield return Case(ListCase.Miss, "“zzz”", new OrganizationList(Search: "zzz"));
        yield return Case(ListCase.Miss, "“zzz” by outstanding", new OrganizationList(OrganizationSort.Outstanding, IsDescending: true, Search: "zzz"));
        yield return new ListCase("a client's page", ListCase.First, "header and overview", async (services, cancel) =>
        {
            var queries = services.GetRequiredService<OrganizationDetailQueries>();
            await queries.FindAsync(places.OrganizationId, cancel);
            await queries.OverviewAsync(places.OrganizationId, cancel);
        });

        static ListCase Case(string kind, string detail, OrganizationList list) =>
            new("organizations", kind, detail, (services, cancel) => services.GetRequiredService<OrganizationQueries>().PageAsync(list, cancel));
    }

    private static IEnumerable<ListCase> Searches(ListPlaces places, DateOnly today)
    {
        foreach (var text in (string[])[places.InvoiceNumber, "SYN", "SY", places.OrganizationName, "Harbor", "motors", places.Reference, "A1", "P-000123"])
        {
            yield return Global(ListCase.Hit, text);
            yield return Payer(ListCase.Hit, text);
        }

        yield return Global(ListCase.Miss, "zzz");
        yield return Payer(ListCase.Miss, "zzz");

        static ListCase Global(string kind, string text) => new("global search", kind, $"“{text}”", (services, cancel) =>
            services.GetRequiredService<GlobalSearchQueries>().SearchAsync(text, cancel));

        ListCase Payer(string kind, string text) => new("payer search", kind, $"“{text}”", (services, cancel) =>
            services.GetRequiredService<PayerQueries>().WhoPaidAsync(text, today, CultureInfo.InvariantCulture, cancel));
    }

    // Finance and reps have a start page each.
    private static ListCase Home(bool isRep) => isRep
        ? new ListCase("home page", ListCase.First, "own clients", (services, cancel) => services.GetRequiredService<HomeQueries>().ClientsAsync(cancel))
        : new ListCase("home page", ListCase.First, "Finance", (services, cancel) =>
            services.GetRequiredService<HomeQueries>().FinanceAsync(cancel));
}
