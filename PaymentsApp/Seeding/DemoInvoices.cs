using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Seeding;

/// <summary>Makes twelve months of invoices with their rows: advertisements in magazine issues, and products.</summary>
internal static class DemoInvoices
{
    private const int FirstNumber = 24017;

    private static readonly string[] Magazines = ["Harbor Monthly", "North Shore Business", "The Coastal Table", "Wind & Water"];

    // In whole dollars; other currencies are scaled.
    private static readonly (string Product, string Description, int Price)[] Advertisements =
    [
        ("Display", "Full page, four color", 2400),
        ("Display", "Half page, horizontal", 1350),
        ("Display", "Quarter page", 780),
        ("Display", "Inside front cover", 3200),
        ("Display", "Back cover", 3600),
        ("Classified", "Classified, 12 lines", 145),
    ];

    private static readonly (string Product, string Description, int Price)[] Products =
    [
        ("Online", "Banner, one month", 450),
        ("Newsletter", "Newsletter sponsorship", 620),
        ("Insert", "Insert, 8,000 copies", 1180),
        ("Design", "Layout and proofing", 190),
        ("Event", "Table at the Harbor Awards", 950),
    ];

    /// <summary>Adds and saves them, one batch per month as the billing run makes them.</summary>
    /// <returns>Per organization, oldest first.</returns>
    public static async Task<ILookup<int, Invoice>> AddAsync(
        AppDbContext db, IReadOnlyList<Organization> organizations, DateOnly today, DateTime now, Random random, CancellationToken cancel)
    {
        var orders = DemoClients.All.Zip(organizations)
            .SelectMany(pair => IssueDates(pair.First, today, random).Select(issuedOn => (pair.Second, issuedOn)))
            .OrderBy(order => order.issuedOn).ThenBy(order => order.Second.Id)
            .ToList();
        var batches = orders.Select(order => MonthOf(order.issuedOn)).Distinct()
            .ToDictionary(month => month, month => new InvoiceBatch($"Billing {month}", now, SystemUser.Id));
        db.InvoiceBatches.AddRange(batches.Values);
        await db.SaveChangesAsync(cancel);

        var invoices = orders.Select((order, index) =>
        {
            var invoice = Make(order.Second, order.issuedOn, FirstNumber + index, random);
            invoice.PutInBatch(batches[MonthOf(order.issuedOn)].Id);
            return invoice;
        }).ToList();
        db.Invoices.AddRange(invoices);
        await db.SaveChangesAsync(cancel);
        return invoices.ToLookup(invoice => invoice.OrganizationId);
    }

    // Spread over the year with some chance; the last one lies within the last weeks.
    private static IEnumerable<DateOnly> IssueDates(DemoClient client, DateOnly today, Random random)
    {
        var step = 365 / client.PerYear;
        for (var back = random.Next(1, step); back < 365; back += step)
        {
            yield return today.AddDays(-Math.Max(1, back + random.Next(-4, 5)));
        }
    }

    private static Invoice Make(Organization organization, DateOnly issuedOn, int number, Random random)
    {
        List<InvoiceRow> rows = [];
        var magazine = Magazines[random.Next(Magazines.Length)];
        var (product, description, price) = Advertisements[random.Next(Advertisements.Length)];
        Add(product, description, price, $"{magazine}, {MonthOf(issuedOn.AddMonths(1))}"); // invoiced when it is booked, for the next issue
        while (rows.Count < 4 && random.Next(100) < 40)
        {
            (product, description, price) = Products[random.Next(Products.Length)];
            Add(product, description, price, issue: null);
        }

        var invoice = new Invoice(
            organization.Id,
            string.Create(CultureInfo.InvariantCulture, $"INV-{number}"),
            organization.Currency,
            issuedOn,
            issuedOn.AddDays(organization.PaymentTermsDays),
            rows.Sum(row => row.AmountMinor));
        rows.ForEach(invoice.AddRow);
        return invoice;

        void Add(string product, string description, int dollars, string? issue) =>
            rows.Add(new InvoiceRow(rows.Count + 1, description, issue, product, Price(dollars, organization.Currency, random)));
    }

    /// <summary>List price less a discount, in minor units; yen cost 150 times as many.</summary>
    private static long Price(int dollars, string currency, Random random)
    {
        var hundredths = dollars * (100L - random.Next(0, 16));
        return currency == "JPY" ? hundredths * 150 / 100 : hundredths;
    }

    private static string MonthOf(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
