using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Seeding;

/// <summary>
/// A small publisher to try the program with: sixty organizations, a year of invoices and payments, four people.
/// The same every time, with dates that count back from today. It passes the same rules as real data.
/// </summary>
public sealed class DemoData(Writes writes, CompanyClock clock)
{
    /// <summary>Any number would do; another one makes another publisher.</summary>
    private const int Seed = 20_260_301;

    /// <summary>Loads it into an empty database.</summary>
    /// <returns>False when there are organizations already; then nothing is changed.</returns>
    public Task<bool> LoadAsync(CancellationToken cancel) => writes.ExecuteAsync(LoadAsync, cancel);

    private async Task<bool> LoadAsync(AppDbContext db, CancellationToken cancel)
    {
        if (await db.Organizations.AnyAsync(cancel))
        {
            return false;
        }

        await DemoPeople.PutInAsync(db, cancel);
        var (settings, types) = (await db.CompanySettings.SingleAsync(cancel), await db.PaymentTypes.ToDictionaryAsync(t => t.Name, t => t.Id, cancel));
        settings.Edit("Harbor Publishing", settings.TimeZone, settings.Currency);
        db.BankAccounts.Add(new BankAccount("Operating account", "6789", settings.Currency));
        await db.SaveChangesAsync(cancel);

        var random = new Random(Seed);
        var (now, today) = (clock.Now, clock.Today);
        var organizations = await DemoOrganizations.AddAsync(db, random, cancel);
        var invoices = await DemoInvoices.AddAsync(db, organizations, today, now, random, cancel);

        var plan = new DemoPaymentPlan(today, random);
        var payments = DemoClients.All.Zip(organizations)
            .SelectMany(pair => plan.Of(pair.First, pair.Second, [.. invoices[pair.Second.Id]]))
            .ToList();
        payments = DemoAgencies.PayTogether(payments, DemoClients.All.Zip(organizations).ToDictionary(pair => pair.First.Name));
        var head = await db.LockLedgerHeadAsync(cancel);
        new DemoPayments(db, head, types, today, now, random).Register(payments);

        new DemoCredits(db, head, today, now).Add(organizations, invoices);
        new DemoFollowUps(db, head, today, now).Add(organizations, invoices);
        await new DemoDeposits(db, head, today, now).AddAsync(cancel);

        var body = JsonSerializer.Serialize(new
        {
            organizations = organizations.Count,
            invoices = invoices.Sum(group => group.Count()),
            payments = payments.Count,
        });
        db.AuditEntries.Add(head.Append(new AuditFact("Loaded", "DemoData", "1", body), clock.RecordedBy(SystemUser.Id)));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
