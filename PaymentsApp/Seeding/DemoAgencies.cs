using PaymentsApp.Domain;

namespace PaymentsApp.Seeding;

/// <summary>Agencies of the demo data pay for those of their clients that pay together: one check or transfer a day for all of them.</summary>
internal static class DemoAgencies
{
    public static List<DemoPayment> PayTogether(
        IReadOnlyList<DemoPayment> payments, IReadOnlyDictionary<string, (DemoClient Client, Organization Organization)> organizations)
    {
        var joint = payments
            .Where(payment => payment.Client.Habit == DemoHabit.Together && AgencyOf(payment) is { } agency && organizations[agency].Client.Habit == DemoHabit.Together)
            .ToLookup(payment => (Agency: AgencyOf(payment)!, payment.ReceivedOn));
        return
        [
            .. payments.Where(payment => !joint.Contains((AgencyOf(payment) ?? "", payment.ReceivedOn)) || payment.Client.Habit != DemoHabit.Together),
            .. joint.Select(day => new DemoPayment(
                day.Key.ReceivedOn, organizations[day.Key.Agency].Client, organizations[day.Key.Agency].Organization,
                day.Sum(payment => payment.AmountMinor), [.. day.SelectMany(payment => payment.Shares)])),
        ];
    }

    // An agency pays its own invoices with those of its clients.
    private static string? AgencyOf(DemoPayment payment) =>
        payment.Client.Agency ?? (DemoClients.All.Any(client => client.Agency == payment.Client.Name) ? payment.Client.Name : null);
}
