using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.History;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments.History;

/// <summary>A page tells everything that the audit log has about it: who, when, why, old and new.</summary>
public sealed class HistoryTests
{
    [Theory, BothDatabases, UseCulture("en-US")]
    public async Task A_payment_tells_who_did_what_and_what_it_was_before(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payment = await desk.RegisterAsync(desk.Command() with { Amount = Dollars(70) });
        var allocation = (await desk.AllocationsAsync(payment.PaymentId))[0];
        await desk.Payments.UnapplyAsync(new(Guid.CreateVersion7(), allocation.Id, "Wrong invoice"), default);
        var refund = new RefundPayment(Guid.CreateVersion7(), payment.PaymentId, Dollars(10), desk.App.Today, 1, null, "Paid too much");
        await desk.Payments.RequestRefundAsync(refund, default);
        await desk.PaymentsOf(await desk.App.FinanceAsync("Second Person")).ApproveAsync(new DecideApproval(refund.RefundId, null), default);

        var lines = await desk.App.Get<HistoryQueries>().OfPaymentAsync(payment.PaymentId, default);

        Assert.Equal(["Registered", "Unapplied", "Refund asked for", "Refunded"], lines.Select(line => line.What).Reverse().Where(what => what != "Request approved" && what != "Approval asked for"));
        var registered = lines.Single(line => line.Action == "Registered");
        Assert.Equal((Dollars(70), "Fiona Finance", $"to {desk.Invoice.Number} 40.00"), (registered.Amount!.Value, registered.By, registered.Target));
        var unapplied = lines.Single(line => line.Action == "Unapplied");
        Assert.Equal(("Wrong invoice", desk.Invoice.Number), (unapplied.Why, unapplied.InvoiceNumber));
        Assert.Equal([new HistoryChange("Unapplied", "30.00\u00A0USD", "70.00\u00A0USD")], unapplied.Changes);
        var refunded = lines.Single(line => line.Action == "Refunded");
        Assert.Equal(("Second Person", "asked for by Fiona Finance", refund.RefundId), (refunded.By, refunded.Target, refunded.RefundId));
    }

    [Theory, BothDatabases, UseCulture("en-US")]
    public async Task A_correction_names_what_is_other_than_before(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var wrong = desk.Command();
        await desk.RegisterAsync(wrong);
        var right = wrong with { PaymentId = Guid.CreateVersion7(), Amount = Dollars(45), PaymentTypeId = 1, ReplacesPaymentId = wrong.PaymentId };
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(new CorrectPayment(wrong.PaymentId, right, "Misread"), default));

        var corrected = (await desk.App.Get<HistoryQueries>().OfPaymentAsync(wrong.PaymentId, default)).Single(line => line.Action == "Corrected");

        Assert.Equal("Misread", corrected.Why);
        Assert.Contains(new HistoryChange("Amount", "40.00\u00A0USD", "45.00\u00A0USD"), corrected.Changes);
        Assert.Contains(corrected.Changes, change => change.Name == "Payment type" && change.Before != change.After);
        Assert.DoesNotContain(corrected.Changes, change => change.Name is "Payer" or "Reference");
    }

    [Theory, BothDatabases, UseCulture("en-US")]
    public async Task An_invoice_tells_what_payments_and_people_did_to_it(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var other = await desk.App.InvoiceAsync(desk.Client, 50);
        var command = desk.Command() with { Amount = Dollars(60), Allocations = [new(desk.Invoice.Id, Dollars(40)), new(other.Id, Dollars(20))] };
        await desk.RegisterAsync(command);
        var writeOff = new InvoiceAdjustment(Guid.CreateVersion7(), desk.Invoice.Id, AdjustmentKind.WriteOff, Dollars(5), "SmallDifference", "Fees");
        await desk.Payments.AdjustAsync(new AdjustInvoice(writeOff, desk.App.Today), default);

        var lines = await desk.App.Get<HistoryQueries>().OfInvoiceAsync(desk.Invoice.Id, default);
        var ofAccount = await desk.App.Get<HistoryQueries>().OfOrganizationAsync(desk.Client.Id, null, default);

        Assert.Equal(["Adjusted", "Registered"], lines.Select(line => line.Action));
        Assert.Equal((Dollars(40), command.PaymentId), (lines[1].Amount!.Value, lines[1].PaymentId!.Value)); // its part only
        Assert.Equal("Fees", lines[0].Why);
        Assert.Contains(new HistoryChange("Outstanding", "60.00\u00A0USD", "55.00\u00A0USD"), lines[0].Changes);
        Assert.Equal(["Adjusted", "Registered"], ofAccount.Select(line => line.Action));
        Assert.Empty(await desk.App.Get<HistoryQueries>().OfOrganizationAsync(desk.Client.Id, ofAccount[^1].Seq, default));
    }

    [Theory, BothDatabases, UseCulture("en-US")]
    public async Task What_an_agency_paid_for_clients_of_others_has_no_numbers(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var foreign = await desk.App.OrganizationAsync(await desk.App.RepAsync("Other Rep"), "Foreign Foods", payer: desk.Client);
        var secret = await desk.App.InvoiceAsync(foreign, 25, number: "SECRET-1");
        var command = desk.Command() with { Amount = Dollars(65), Allocations = [new(desk.Invoice.Id, Dollars(40)), new(secret.Id, Dollars(25))] };
        await desk.RegisterAsync(command);

        var seen = await desk.App.For(desk.Rep).GetRequiredService<HistoryQueries>().OfPaymentAsync(command.PaymentId, default);

        Assert.Equal($"to {desk.Invoice.Number} 40.00, clients that are not yours 25.00", Assert.Single(seen).Target);
    }
}
