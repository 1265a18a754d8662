using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>A database with a person of Finance, a rep, the rep's client and that client's invoice of 100.00 USD.</summary>
internal sealed class PaymentDesk : IAsyncDisposable
{
    private PaymentDesk(TestDatabase app, TestUser finance, TestUser rep, Organization client, Invoice invoice)
    {
        App = app;
        Finance = finance;
        Rep = rep;
        Client = client;
        Invoice = invoice;
    }

    public TestDatabase App { get; }

    public TestUser Finance { get; }

    public TestUser Rep { get; }

    public Organization Client { get; }

    public Invoice Invoice { get; }

    public PaymentService Payments => App.Get<PaymentService>();

    public static async Task<PaymentDesk> OpenAsync(DatabaseProvider provider)
    {
        var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        var client = await app.OrganizationAsync(rep, "Harbor Books");
        return new PaymentDesk(app, finance, rep, client, await app.InvoiceAsync(client, total: 100));
    }

    public static Money Dollars(decimal dollars) => new((long)(dollars * 100), "USD");

    public PaymentService PaymentsOf(TestUser? person) => App.For(person).GetRequiredService<PaymentService>();

    /// <summary>40.00 USD of the client for its invoice, received today, by wire.</summary>
    public RegisterPayment Command() => new(
        Guid.CreateVersion7(), Client.Id, Dollars(40), Dollars(0), App.Today, PaymentTypeId: 3, "REF 77", null, "Thanks",
        [new InvoiceShare(Invoice.Id, Dollars(40))]);

    public async Task<RegisterPaymentResult.Registered> RegisterAsync(RegisterPayment command) =>
        Assert.IsType<RegisterPaymentResult.Registered>(await Payments.RegisterAsync(command, default));

    public Task<Payment> PaymentAsync(Guid id) => App.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(payment => payment.Id == id));

    public Task<List<Allocation>> AllocationsAsync(Guid paymentId) => App.ReadAsync(db =>
        db.Allocations.AsNoTracking().Where(allocation => allocation.PaymentId == paymentId).ToListAsync());

    public Task<long> OutstandingAsync(Invoice invoice) => App.ReadAsync(db =>
        db.Invoices.Where(i => i.Id == invoice.Id).Select(i => i.OutstandingMinor).SingleAsync());

    public Task<AuditEntry> LastAuditAsync() => App.ReadAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Seq).FirstAsync());

    public static JsonElement Body(AuditEntry entry) => JsonDocument.Parse(entry.Body).RootElement;

    /// <summary>How many facts of each kind there are, the numbers given, and the sum of all balances.</summary>
    public Task<string> FactsAsync() => App.ReadAsync(async db => string.Join(
        ' ',
        await db.Payments.CountAsync(), await db.Allocations.CountAsync(), await db.Adjustments.CountAsync(), await db.Reversals.CountAsync(),
        await db.AuditEntries.CountAsync(entry => entry.Entity == nameof(Payment)),
        await db.LedgerHeads.Select(head => head.LastPaymentNumber).SingleAsync(),
        await db.Invoices.SumAsync(invoice => invoice.OutstandingMinor + invoice.Version),
        await db.Payments.SumAsync(payment => payment.UnappliedMinor + payment.Version)));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
