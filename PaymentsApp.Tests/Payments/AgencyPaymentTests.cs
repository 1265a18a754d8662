using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Details;
using PaymentsApp.Payments.Parts;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>An agency pays invoices of its clients with one check.</summary>
public sealed class AgencyPaymentTests
{
    [Theory, BothDatabases]
    public async Task One_check_pays_several_clients_and_is_shown_client_by_client(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (agency, other) = await AgencyAsync(desk);
        var changes = new List<PaymentChange>();
        using var heard = desk.App.Get<PaymentFeed>().Subscribe(heardNow =>
        {
            changes.AddRange(heardNow);
            return Task.CompletedTask;
        });

        var command = Check(desk, agency, 300, (desk.Invoice, 100), (other, 150));
        await desk.RegisterAsync(command);

        Assert.Equal((0, 5_000), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(other)));
        var view = Assert.IsType<PaymentView>(await desk.App.Get<PaymentDetailQueries>().FindAsync(command.PaymentId, default));
        Assert.Equal(
            [(desk.Client.Id, Dollars(100)), (other.OrganizationId, Dollars(150))],
            view.Allocations.OrderBy(allocation => allocation.Amount).Select(allocation => (allocation.Client.OrganizationId, allocation.Amount)));
        Assert.True(view.IsWhole);
        var part = Assert.Single(await desk.App.Get<PaymentPartQueries>().OfClientAsync(desk.Client.Id, null, default));
        Assert.Equal((view.Number, agency.Id, agency.Name, Dollars(100)), (part.Number, part.PayerId, part.Payer, part.Applied));
        await Eventually(() => changes.Count > 0);
        Assert.Equal(
            new[] { agency.Id, desk.Client.Id, other.OrganizationId }.Order(), Assert.Single(changes).OrganizationIds.Order());
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Nobody_pays_for_others_without_the_relation(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (agency, other) = await AgencyAsync(desk);
        var stranger = await desk.App.InvoiceAsync(await desk.App.OrganizationAsync());
        var before = await desk.FactsAsync();

        foreach (var (payer, invoice) in new[] { (agency, stranger), (desk.Client, other) })
        {
            var refused = Assert.IsType<RegisterPaymentResult.Refused>(await desk.Payments.RegisterAsync(Check(desk, payer, 10, (invoice, 10)), default));
            Assert.Equal(new PaymentProblem.InvoiceOfAnotherOrganization(invoice.Number), Assert.Single(refused.Problems));
        }

        Assert.Equal(before, await desk.FactsAsync());
    }

    [Theory, BothDatabases]
    public async Task Credit_of_the_agency_is_applied_moved_and_taken_back_among_its_clients(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (agency, other) = await AgencyAsync(desk);
        var command = Check(desk, agency, 80);
        await desk.RegisterAsync(command);
        var changes = new List<PaymentChange>();
        using var heard = desk.App.Get<PaymentFeed>().Subscribe(heardNow =>
        {
            changes.AddRange(heardNow);
            return Task.CompletedTask;
        });
        var offered = await desk.App.Get<PaymentDetailQueries>().OfferedInvoicesAsync(command.PaymentId, default);
        Assert.Equal([(desk.Invoice.Id, "Harbor Books"), (other.Id, "Other Client")], offered.Select(invoice => (invoice.Id, invoice.Client!.Name)));

        var applied = new ApplyCredit(Guid.CreateVersion7(), command.PaymentId, desk.Invoice.Id, Dollars(60));
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ApplyAsync(applied, default));
        var moved = new MoveAllocation(Guid.CreateVersion7(), applied.AllocationId, other.Id, Dollars(50), "The other client's");
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.MoveAsync(moved, default));
        Assert.Equal((9_000, 15_000), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(other)));
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.UnapplyAsync(
            new UnapplyAllocation(Guid.CreateVersion7(), moved.NewAllocationId, "Not yet"), default));

        await Eventually(() => changes.Count == 3);
        Assert.All(changes, change => Assert.Contains(agency.Id, change.OrganizationIds));
        Assert.Equal([true, true, false], changes.Select(change => change.Touches(desk.Client.Id)));
        Assert.Equal([false, true, true], changes.Select(change => change.Touches(other.OrganizationId)));
        Assert.Equal((1_000, 7_000), await BalanceAsync(desk, command.PaymentId));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Correcting_and_reversing_reach_every_client(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (agency, other) = await AgencyAsync(desk);
        var wrong = Check(desk, agency, 250, (desk.Invoice, 100), (other, 150));
        await desk.RegisterAsync(wrong);

        var right = wrong with { PaymentId = Guid.CreateVersion7(), Amount = Dollars(220), Allocations = [] };
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(new CorrectPayment(wrong.PaymentId, right, "Misread"), default));
        Assert.Equal((0, 8_000), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(other)));

        // It pays for this client no more: what is there stays and can be taken back, but it is not carried to a new payment.
        await desk.App.ExecuteSqlAsync($"""UPDATE "Organizations" SET "PayerId" = NULL WHERE "Id" = {other.OrganizationId}""");
        var again = right with { PaymentId = Guid.CreateVersion7(), ReceivedOn = desk.App.Today.AddDays(-1) };
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(new CorrectPayment(right.PaymentId, again, "Wrong day"), default));
        Assert.Equal((0, 20_000), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(other)));
        Assert.Equal((10_000, 12_000), await BalanceAsync(desk, again.PaymentId));

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(
            new ReversePayment(Guid.CreateVersion7(), again.PaymentId, desk.App.Today, "Bounced"), default));
        Assert.Equal(10_000, await desk.OutstandingAsync(desk.Invoice));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Part_of_an_allocation_is_moved_on_also_when_the_agency_has_gone(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (agency, other) = await AgencyAsync(desk);
        var command = Check(desk, agency, 150, (other, 150));
        await desk.RegisterAsync(command);
        await desk.App.ExecuteSqlAsync($"""UPDATE "Organizations" SET "PayerId" = NULL WHERE "Id" = {other.OrganizationId}""");
        var allocation = Assert.Single(await desk.AllocationsAsync(command.PaymentId));

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.MoveAsync(
            new MoveAllocation(Guid.CreateVersion7(), allocation.Id, desk.Invoice.Id, Dollars(40), "Harbor's"), default));

        Assert.Equal((6_000, 9_000), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(other)));
    }

    [Fact]
    public async Task What_is_kept_about_clients_is_verified()
    {
        await using var desk = await OpenAsync(DatabaseProvider.Sqlite);
        var (agency, other) = await AgencyAsync(desk);
        await desk.RegisterAsync(Check(desk, agency, 150, (other, 150)));

        await desk.App.ExecuteSqlAsync("""DELETE FROM "PaymentClients" """);

        Assert.Contains("is missing", Assert.Single(await desk.App.VerifyAsync()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_that_the_client_paid_itself_is_asked_about()
    {
        await using var desk = await OpenAsync(DatabaseProvider.Sqlite);
        var (agency, other) = await AgencyAsync(desk);
        await desk.RegisterAsync(desk.Command() with { Amount = Dollars(100), Allocations = [new InvoiceShare(desk.Invoice.Id, Dollars(100))] });

        var asked = await desk.Payments.RegisterAsync(Check(desk, agency, 100) with { Confirmed = [] }, default);

        var duplicate = Assert.Single(Assert.IsType<RegisterPaymentResult.NeedsConfirmation>(asked).Duplicates);
        Assert.Equal((DuplicateKind.InvoicePaid, desk.Invoice.Number), (duplicate.Kind, duplicate.InvoiceNumber));
        Assert.Equal(20_000, await desk.OutstandingAsync(other));
    }

    // The desk's client and another one of 200.00 have an agency that belongs to nobody.
    private static async Task<(Organization Agency, Invoice Other)> AgencyAsync(PaymentDesk desk)
    {
        var agency = await desk.App.OrganizationAsync(name: "Meridian Media");
        await desk.App.ExecuteSqlAsync($"""UPDATE "Organizations" SET "PayerId" = {agency.Id} WHERE "Id" = {desk.Client.Id}""");
        return (agency, await desk.App.InvoiceAsync(await desk.App.OrganizationAsync(name: "Other Client", payer: agency), total: 200));
    }

    private static RegisterPayment Check(PaymentDesk desk, Organization payer, decimal amount, params IEnumerable<(Invoice Invoice, decimal Dollars)> shares) =>
        desk.Command() with
        {
            PaymentId = Guid.CreateVersion7(),
            PayerId = payer.Id,
            Amount = Dollars(amount),
            Allocations = [.. shares.Select(share => new InvoiceShare(share.Invoice.Id, Dollars(share.Dollars)))],
        };

    private static async Task<(long Applied, long Unapplied)> BalanceAsync(PaymentDesk desk, Guid paymentId)
    {
        var payment = await desk.PaymentAsync(paymentId);
        return (payment.AllocatedMinor, payment.UnappliedMinor);
    }

    private static async Task Eventually(Func<bool> holds)
    {
        for (var i = 0; i < 200 && !holds(); i++)
        {
            await Task.Delay(20);
        }

        Assert.True(holds());
    }
}
