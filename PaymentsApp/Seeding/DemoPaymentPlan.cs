using PaymentsApp.Domain;

namespace PaymentsApp.Seeding;

/// <summary>Decides which payments an organization of the demo data has made until today.</summary>
internal sealed class DemoPaymentPlan(DateOnly today, Random random)
{
    private const int StoppedDays = 170;
    private const int TogetherDays = 70;

    /// <param name="client">How it pays.</param>
    /// <param name="payer">The organization.</param>
    /// <param name="invoices">Its invoices, oldest first.</param>
    public IEnumerable<DemoPayment> Of(DemoClient client, Organization payer, IReadOnlyList<Invoice> invoices)
    {
        var payments = client.Habit switch
        {
            DemoHabit.Prompt => Each(invoices, invoice => invoice.DueOn.AddDays(random.Next(-10, 5))),
            DemoHabit.Slow => Each(invoices, invoice => invoice.DueOn.AddDays(random.Next(21, 64))),
            DemoHabit.Stopped => Each(invoices.Where(i => i.DueOn < today.AddDays(-StoppedDays)), invoice => invoice.DueOn.AddDays(random.Next(0, 9))),
            DemoHabit.Together => Together(invoices),
            DemoHabit.Halves => Halves(invoices),
            _ => Ahead(invoices),
        };
        return
            from payment in payments
            let day = Workday(payment.Day)
            where day <= today
            select new DemoPayment(day, client, payer, payment.Minor, payment.Shares);
    }

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    private static IEnumerable<Planned> Each(IEnumerable<Invoice> invoices, Func<Invoice, DateOnly> day) =>
        invoices.Select(invoice => new Planned(day(invoice), invoice.TotalMinor, [(invoice, invoice.TotalMinor)]));

    // The last such day was twelve days ago.
    private IEnumerable<Planned> Together(IReadOnlyList<Invoice> invoices) =>
        from invoice in invoices
        group invoice by Math.DivRem(today.DayNumber - 12 - invoice.DueOn.DayNumber + (100 * TogetherDays), TogetherDays).Quotient - 100 into due
        select new Planned(
            today.AddDays(-12 - (due.Key * TogetherDays)),
            due.Sum(invoice => invoice.TotalMinor),
            [.. due.Select(invoice => (invoice, invoice.TotalMinor))]);

    private IEnumerable<Planned> Halves(IReadOnlyList<Invoice> invoices)
    {
        foreach (var invoice in invoices)
        {
            var half = invoice.TotalMinor / 2;
            var first = invoice.DueOn.AddDays(random.Next(-5, 6));
            yield return new Planned(first, half, [(invoice, half)]);
            yield return new Planned(first.AddDays(30), invoice.TotalMinor - half, [(invoice, invoice.TotalMinor - half)]);
        }
    }

    // Rounds up to whole hundreds; once a year pays a deposit for what is not invoiced yet.
    private IEnumerable<Planned> Ahead(IReadOnlyList<Invoice> invoices)
    {
        yield return new Planned(today.AddDays(-random.Next(20, 60)), 500_00, []);
        foreach (var invoice in invoices)
        {
            var rounded = (invoice.TotalMinor + 99_99) / 100_00 * 100_00;
            yield return new Planned(invoice.IssuedOn.AddDays(random.Next(3, 9)), rounded, [(invoice, invoice.TotalMinor)]);
        }
    }

    private sealed record Planned(DateOnly Day, long Minor, IReadOnlyList<(Invoice Invoice, long Minor)> Shares);
}
