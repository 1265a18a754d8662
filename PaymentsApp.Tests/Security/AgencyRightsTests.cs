using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Home;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Organizations;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Attachments;
using PaymentsApp.Payments.Balances;
using PaymentsApp.Payments.Credits;
using PaymentsApp.Payments.Details;
using PaymentsApp.Payments.Disputes;
using PaymentsApp.Payments.History;
using PaymentsApp.Payments.Lists;
using PaymentsApp.Payments.Parts;
using PaymentsApp.Payments.Payers;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Payments.Returns;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

/// <summary>
/// An agency pays for clients of several reps. The rep of one client reads that client's part, the rep of the agency reads the payment without
/// the lines of others, and nothing else shows.
/// </summary>
public sealed class AgencyRightsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task A_rep_of_one_client_sees_that_part_and_no_trace_of_the_rest(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var services = world.App.For(world.RepOfClient);

        var part = Assert.IsType<PaymentPartView>(await Get<PaymentPartQueries>(services).FindAsync(world.PaymentId, None));
        Assert.Equal((4_000, "INV-OWN"), (part.Applied.Minor, Assert.Single(part.Allocations).InvoiceNumber));
        var row = Assert.Single(await Get<PaymentPartQueries>(services).OfClientAsync(world.Client.Id, null, None));
        Assert.Equal((4_000, null, null), (row.Applied.Minor, row.PayerId, row.Payer));

        var before = await EverythingAsync(services, world);
        foreach (var secret in new[] { "Meridian", "Stranger", "INV-FOREIGN", "900", "REF-SECRET", "Remitted", "scan", "Because" })
        {
            Assert.DoesNotContain(secret, before, StringComparison.OrdinalIgnoreCase);
        }

        // Whatever becomes of the rest of the payment shows nowhere.
        var foreign = await world.App.ReadAsync(db => db.Allocations.SingleAsync(a => a.InvoiceId == world.Foreign.Id));
        await ApplyAsync(world, world.Foreign, 70);
        Assert.IsType<CorrectionResult.Done>(await Finance(world).UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), foreign.Id, "Because Stranger"), None));
        await world.App.PaymentAsync(world.FinancePerson, world.Agency, 77, [(world.Foreign, 7)], reference: "REF-SECRET-2");
        Assert.Equal(before, await EverythingAsync(services, world));

        await ApplyAsync(world, world.Own, 5);
        Assert.Equal(4_500, (await Get<PaymentPartQueries>(services).FindAsync(world.PaymentId, None))!.Applied.Minor);
        Assert.IsType<CorrectionResult.Done>(await Finance(world).ReverseAsync(
            new ReversePayment(Guid.CreateVersion7(), world.PaymentId, world.App.Today, "Because Meridian bounced"), None));
        var reversed = Assert.IsType<PaymentPartView>(await Get<PaymentPartQueries>(services).FindAsync(world.PaymentId, None));
        Assert.True(reversed is { IsReversed: true, Applied.IsZero: true });
        Assert.DoesNotContain("Because", await EverythingAsync(services, world), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_rep_of_the_agency_sees_its_payment_without_the_lines_of_others(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var services = world.App.For(world.RepOfAgency);

        var view = Assert.IsType<PaymentView>(await Get<PaymentDetailQueries>(services).FindAsync(world.PaymentId, None));

        Assert.Equal((90_000, 10_000, 10_000), (view.Amount.Minor, view.Applied.Minor, view.AppliedElsewhere.Minor));
        Assert.False(view.IsWhole);
        Assert.Empty(view.Allocations);
        Assert.Null(view.Memo);
        Assert.Empty(await Get<AttachmentService>(services).ListAsync(world.PaymentId, None));
        Assert.Null(await Get<AttachmentService>(services).DownloadAsync(world.ScanId, None));
        Assert.Null(await Get<ReceiptService>(services).CreateAsync(world.PaymentId, System.Globalization.CultureInfo.InvariantCulture, None));
        var all = await EverythingAsync(services, world);
        foreach (var secret in new[] { "Stranger", "INV-FOREIGN", "INV-OWN", "Harbor", "Remitted", "scan" })
        {
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, BothDatabases]
    public async Task A_rep_registers_for_the_agency_only_what_goes_to_own_clients(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        RegisterPayment Pay(Organization payer, Invoice invoice) => new(
            Guid.CreateVersion7(), payer.Id, new Money(500, "USD"), new Money(0, "USD"), world.App.Today, 1, null, null, null,
            [new InvoiceShare(invoice.Id, new Money(500, "USD"))]);

        foreach (var (rep, payer, invoice, isAllowed) in new[]
        {
            (world.RepOfClient, world.Client, world.Own, true), // the client paid by itself
            (world.RepOfClient, world.Agency, world.Own, false),
            (world.RepOfClient, world.Client, world.Foreign, false),
            (world.RepOfAgency, world.Agency, world.Own, false),
            (world.RepOfAgency, world.Agency, world.Foreign, false),
            (world.FinancePerson, world.Agency, world.Foreign, true),
        })
        {
            var result = await Get<PaymentService>(world.App.For(rep)).RegisterAsync(Pay(payer, invoice), None);
            Assert.True(result is RegisterPaymentResult.Registered == isAllowed, $"{rep.DisplayName}, {payer.Name}, {invoice.Number}: {result}");
            Assert.True(isAllowed || ((RegisterPaymentResult.Refused)result).Problems.All(problem => problem is PaymentProblem.NotFound));
        }
    }

    [Theory, BothDatabases]
    public async Task Who_owns_agency_and_clients_sees_the_payment_whole(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        await world.App.ExecuteSqlAsync($"""UPDATE "Organizations" SET "OwnerId" = '{world.RepOfAgency.Id}' """);
        var services = world.App.For(world.RepOfAgency);

        var view = Assert.IsType<PaymentView>(await Get<PaymentDetailQueries>(services).FindAsync(world.PaymentId, None));

        Assert.True(view is { IsWhole: true, AppliedElsewhere.IsZero: true, Memo: not null, Allocations.Count: 2 });
        Assert.Single(await Get<AttachmentService>(services).ListAsync(world.PaymentId, None));
    }

    [Theory, BothDatabases]
    public async Task What_people_wrote_about_a_payment_for_several_is_told_to_none_of_the_reps(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);
        var second = Get<PaymentService>(world.App.For(await world.App.FinanceAsync("Fay Finance")));
        InvoiceAdjustment WriteOff(Invoice invoice, long minor, string note) => new(
            Guid.CreateVersion7(), invoice.Id, AdjustmentKind.WriteOff, new Money(minor, "USD"), ReasonCodes.Of(AdjustmentKind.WriteOff).First().Code, note);
        var ofOwn = WriteOff(world.Own, 5_000, "told");
        var ofForeign = WriteOff(world.Foreign, 6_000, "WORDS of Stranger");
        var paid = new RegisterPayment(
            Guid.CreateVersion7(), world.Agency.Id, new Money(3_000, "USD"), new Money(0, "USD"), world.App.Today, 1, null, null, null,
            [new InvoiceShare(world.Own.Id, new Money(1_000, "USD")), new InvoiceShare(world.Foreign.Id, new Money(1_100, "USD"))])
        {
            Adjustments = [ofOwn, ofForeign],
        };
        Assert.Equal(1, Assert.IsType<RegisterPaymentResult.Registered>(await Finance(world).RegisterAsync(paid, None)).AwaitingApproval);
        var refund = new RefundPayment(Guid.CreateVersion7(), paid.PaymentId, new Money(900, "USD"), world.App.Today, 1, null, "WORDS of the refund");
        Assert.IsType<CorrectionResult.Done>(await Finance(world).RequestRefundAsync(refund, None));
        await ReadAsync();
        foreach (var id in new[] { ofForeign.AdjustmentId, refund.RefundId })
        {
            Assert.IsType<CorrectionResult.Done>(await second.ApproveAsync(new DecideApproval(id, "WORDS of approval"), None));
        }

        await ReadAsync();
        Assert.IsType<CorrectionResult.Done>(await Finance(world).ReverseRefundAsync(
            new ReverseRefund(Guid.CreateVersion7(), refund.RefundId, world.App.Today, "WORDS of the lost refund"), None));
        Assert.IsType<CorrectionResult.Done>(await Finance(world).ReverseAsync(
            new ReversePayment(Guid.CreateVersion7(), paid.PaymentId, world.App.Today, "WORDS of the end"), None));
        await ReadAsync();
        Assert.IsType<CorrectionResult.Done>(await Finance(world).ReturnAsync(
            new ReturnPayment(Guid.CreateVersion7(), world.PaymentId, world.App.Today, "A", new Money(0, "USD"), ChargesPayer: false, "WORDS on the return"), None));
        await ReadAsync();
        Assert.Contains("WORDS of the end", await EverythingAsync(world.App.For(world.FinancePerson), world with { PaymentId = paid.PaymentId }), StringComparison.Ordinal);

        async Task ReadAsync()
        {
            foreach (var rep in new[] { world.RepOfClient, world.RepOfAgency })
            {
                foreach (var id in new[] { paid.PaymentId, world.PaymentId })
                {
                    var all = await EverythingAsync(world.App.For(rep), world with { PaymentId = id });
                    Assert.DoesNotContain("WORDS", all, StringComparison.Ordinal);
                    Assert.Equal(rep == world.RepOfClient, all.Contains("told", StringComparison.Ordinal));
                    Assert.DoesNotContain(
                        await Get<HistoryQueries>(world.App.For(rep)).OfPaymentAsync(id, None), line => line.Amount is { Minor: 5_000 or 6_000 });
                }
            }
        }
    }

    private static async Task<string> EverythingAsync(IServiceProvider services, World world)
    {
        var all = new StringBuilder();
        void Add(object? answer) => all.AppendLine(JsonSerializer.Serialize(answer));
        foreach (var id in new[] { world.Client.Id, world.Agency.Id, world.Foreign.OrganizationId })
        {
            Add(await Get<OrganizationDetailQueries>(services).FindAsync(id, None));
            Add(await Get<OrganizationDetailQueries>(services).OverviewAsync(id, None));
            Add(await Get<PaymentQueries>(services).PageAsync(new PaymentSelection(id), None));
            Add(await Get<PaymentPartQueries>(services).OfClientAsync(id, null, None));
            Add(await Get<PaymentWindowQueries>(services).AccountAsync(id, null, null, None));
            Add(await Get<PaymentWindowQueries>(services).OpenInvoicesAsync(id, "USD", None));
            Add(await Get<ReturnedPaymentQueries>(services).CountAsync(id, None));
            Add(await Get<HistoryQueries>(services).OfOrganizationAsync(id, null, None));
            Add(await Get<BalanceFactQueries>(services).FindAsync(BalanceSubject.OfOrganization(id, BalanceKind.Outstanding, "USD"), None));
            Add(await Get<BalanceFactQueries>(services).FindAsync(BalanceSubject.OfOrganization(id, BalanceKind.Credit, "USD"), None));
            Add(await Get<CreditQueries>(services).AccountAsync(id, None));
            Add(await Get<CreditQueries>(services).FindOfferAsync(id, null, None));
            Add(await Get<CreditQueries>(services).OfferedAsync(id, "USD", None));
        }

        foreach (var text in new[] { "", "REF-SECRET", "Meridian", "Harbor", "P-1", "900", "900.00", "INV" })
        {
            Add(await Get<PaymentQueries>(services).PageAsync(new PaymentSelection(Search: text), None));
            Add(await Get<GlobalSearchQueries>(services).SearchAsync(text, None));
            Add(await Get<PayerQueries>(services).WhoPaidAsync(text, world.App.Today, System.Globalization.CultureInfo.InvariantCulture, None));
        }

        foreach (var id in new[] { world.Own.Id, world.Foreign.Id })
        {
            Add(await Get<InvoiceQueries>(services).FindAsync(id, None));
            Add(await Get<HistoryQueries>(services).OfInvoiceAsync(id, None));
            Add(await Get<BalanceFactQueries>(services).FindAsync(BalanceSubject.OfInvoice(id, "USD"), None));
        }

        Add(await Get<HistoryQueries>(services).OfPaymentAsync(world.PaymentId, None));
        Add(await Get<BalanceFactQueries>(services).FindAsync(BalanceSubject.OfPayment(world.PaymentId, "USD"), None));
        Add(await Get<PaymentDetailQueries>(services).FindAsync(world.PaymentId, None));
        Add(await Get<PaymentPartQueries>(services).FindAsync(world.PaymentId, None));
        Add(await Get<AttachmentService>(services).ListAsync(world.PaymentId, None));
        Add((await Get<AttachmentService>(services).DownloadAsync(world.ScanId, None))?.FileName);
        Add(await Get<PaymentWindowQueries>(services).LatestAllocationsAsync([world.Own.Id, world.Foreign.Id], None));
        Add(await Get<HomeQueries>(services).ClientsAsync(None));
        Add(await Get<ReturnedPaymentQueries>(services).RecentAsync(None));
        Add(await Get<DisputeQueries>(services).OpenAsync(None));
        return all.ToString();
    }

    private static async Task ApplyAsync(World world, Invoice invoice, decimal dollars) => Assert.IsType<CorrectionResult.Done>(
        await Finance(world).ApplyAsync(new ApplyCredit(Guid.CreateVersion7(), world.PaymentId, invoice.Id, new Money((long)(dollars * 100), "USD")), None));

    private static PaymentService Finance(World world) => Get<PaymentService>(world.App.For(world.FinancePerson));

    private static T Get<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    // 900.00 of an agency: 40.00 on the rep's client, 60.00 on a client of somebody else; a memo and a scan.
    private static async Task<World> WorldAsync(DatabaseProvider provider)
    {
        var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var (rep, other, third) = (await app.RepAsync("Rep A"), await app.RepAsync("Rep B"), await app.RepAsync("Rep C"));
        var agency = await app.OrganizationAsync(other, "Meridian Media");
        var client = await app.OrganizationAsync(rep, "Harbor Books", payer: agency);
        var own = await app.InvoiceAsync(client, 100, number: "INV-OWN");
        var foreign = await app.InvoiceAsync(await app.OrganizationAsync(third, "Stranger Ltd", payer: agency), 300, number: "INV-FOREIGN");
        var command = new RegisterPayment(
            Guid.CreateVersion7(), agency.Id, new Money(90_000, "USD"), new Money(0, "USD"), app.Today, 1, "REF-SECRET", null, "Remitted for Stranger",
            [new InvoiceShare(own.Id, new Money(4_000, "USD")), new InvoiceShare(foreign.Id, new Money(6_000, "USD"))]);
        Assert.IsType<RegisterPaymentResult.Registered>(await Get<PaymentService>(app.For(finance)).RegisterAsync(command, None));
        Assert.Null(await Get<AttachmentService>(app.For(finance)).AddAsync(command.PaymentId, "scan.pdf", "%PDF-1"u8.ToArray(), None));
        var scan = Assert.Single(await Get<AttachmentService>(app.For(finance)).ListAsync(command.PaymentId, None));
        return new World(app, finance, rep, other, agency, client, own, foreign, command.PaymentId, scan.Id);
    }

    private sealed record World(
        TestDatabase App, TestUser FinancePerson, TestUser RepOfClient, TestUser RepOfAgency, Organization Agency, Organization Client, Invoice Own,
        Invoice Foreign, Guid PaymentId, Guid ScanId) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
