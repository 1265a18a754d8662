namespace PaymentsApp.Seeding;

/// <summary>
/// Invents invoices and payments of one organization: two years back from today, about fifteen in a hundred
/// invoices open, most of those young, some of them part paid.
/// </summary>
internal sealed class SyntheticLedger(DateOnly today, Random random)
{
    private const int Days = 730;
    private const int YoungDays = 90;

    private static readonly int[] Terms = [15, 30, 30, 30, 45, 60];

    public List<SyntheticInvoice> Invoices { get; } = [];

    public List<SyntheticPayment> Payments { get; } = [];

    public void Add(int organizationId, string currency, int count)
    {
        var terms = Terms[random.Next(Terms.Length)];
        var invoices = Enumerable.Range(0, count)
            .Select(_ => random.Next(1, Days)).OrderDescending()
            .Select(age => Invent(organizationId, currency, today.AddDays(-age), terms))
            .ToList();
        Invoices.AddRange(invoices);

        List<SyntheticInvoice> together = [];
        foreach (var invoice in invoices)
        {
            var isYoung = invoice.IssuedOn > today.AddDays(-YoungDays);
            if (random.Next(100) >= (isYoung ? 70 : 8))
            {
                together.Add(invoice);
                if (together.Count == 4 || random.Next(100) < 70)
                {
                    Pay(together, part: false);
                    together.Clear();
                }
            }
            else if (random.Next(100) < 20)
            {
                Pay([invoice], part: true);
            }
        }

        if (together.Count > 0)
        {
            Pay(together, part: false);
        }
    }

    private SyntheticInvoice Invent(int organizationId, string currency, DateOnly issuedOn, int terms) => new()
    {
        OrganizationId = organizationId,
        Currency = currency,
        IssuedOn = issuedOn,
        DueOn = issuedOn.AddDays(terms),
        // Mostly hundreds of dollars, a few tens of thousands.
        TotalMinor = random.Next(50_00, 2_500_00) * (random.Next(20) == 0 ? 12L : 1L),
    };

    private void Pay(IReadOnlyCollection<SyntheticInvoice> invoices, bool part)
    {
        List<(SyntheticInvoice Invoice, long Minor)> shares = [.. invoices.Select(invoice => (invoice, part ? (invoice.TotalMinor + 1) / 2 : invoice.TotalMinor))];
        foreach (var (invoice, minor) in shares)
        {
            invoice.AllocatedMinor += minor;
            invoice.Version++;
        }

        // Some pay before they have to: what would be paid after today was paid on some day since the invoice.
        var newest = invoices.Max(invoice => invoice.IssuedOn);
        var wanted = invoices.Max(invoice => invoice.DueOn).AddDays(random.Next(-8, 45));
        var receivedOn = wanted < today ? wanted : newest.AddDays(random.Next(today.DayNumber - newest.DayNumber + 1));
        var credit = random.Next(100) == 0 ? random.Next(1, 500_00) : 0;
        var first = shares[0].Invoice;
        Payments.Add(new SyntheticPayment(
            first.OrganizationId, first.Currency, shares.Sum(share => share.Minor) + credit, receivedOn, shares));
    }
}
