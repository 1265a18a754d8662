using Bunit;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Collection;
using PaymentsApp.Domain;
using PaymentsApp.Organizations;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Credits;

public sealed class CreditScreenTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Credit_of_the_selected_invoices_payer_is_applied_with_one_press()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(client, total: 100, number: "INV-1");
        await App.InvoiceAsync(await App.OrganizationAsync(name: "Summit Motors"), number: "INV-2");
        await App.PaymentAsync(Finance, client, 25);
        Show<RegisterPaymentsTab>(Finance);
        Eventually(() => Assert.Equal(2, Rows("Open invoices").Count));
        Assert.DoesNotContain("unapplied credit", Words, StringComparison.Ordinal);

        Row("Open invoices", "INV-1").SelectRow();
        Eventually(() => Assert.Contains("Harbor Coffee has 25.00 USD of unapplied credit.", Words, StringComparison.Ordinal));
        Button("Apply 25.00 USD to INV-1").Click();

        Eventually(() => Assert.DoesNotContain("unapplied credit", Words, StringComparison.Ordinal));
        Assert.Equal(75_00, await App.ReadAsync(db => db.Invoices.Where(found => found.Id == invoice.Id).Select(found => found.OutstandingMinor).SingleAsync()));
        await LeaveAsync();
    }

    [Fact, UseCulture("en-US")]
    public async Task A_wrong_credit_note_is_taken_off_its_invoice_and_cancelled()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(client, total: 100, number: "INV-1");
        await App.WriteAsync(async db =>
        {
            var recorded = App.Clock.RecordedBy(Finance.Id);
            var note = new CreditNote(Guid.CreateVersion7(), client.Id, "CN-7", Money.Whole(30, "USD"), App.Today, "Wrong size", recorded);
            var open = (await db.LockInvoicesAsync([invoice.Id], default))[invoice.Id];
            db.CreditNotes.Add(note);
            db.Adjustments.Add(open.Adjust(
                new InvoiceAdjustment(Guid.CreateVersion7(), open.Id, AdjustmentKind.CreditNote, note.Total, "WrongSize", null, note.Id), note, null, App.Today, recorded, null));
            return true;
        });
        Show<OrganizationPage>(Finance, (nameof(OrganizationPage.Id), client.Id), (nameof(OrganizationPage.Tab), "credit"));
        Eventually(() => Assert.Contains("CN-7", Words, StringComparison.Ordinal));

        Button("Cancel CN-7").Click();
        Eventually(() => Assert.Contains("30.00 USD of it is on INV-1.", Words, StringComparison.Ordinal));
        Box("Reason").Input("Wrong client");
        Screen.Find("form").Submit();
        Eventually(() => Assert.Contains("Tick that it is taken off them", Words, StringComparison.Ordinal));
        Screen.Find("form input[type=checkbox]").Change(true);
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Cancelled 30.00 USD", Words, StringComparison.Ordinal));
        Assert.False(HasButton("Cancel CN-7"));
        Assert.Equal(100_00, await App.ReadAsync(db => db.Invoices.Where(found => found.Id == invoice.Id).Select(found => found.OutstandingMinor).SingleAsync()));
        await LeaveAsync();
    }

    [Fact, UseCulture("en-US")]
    public async Task A_rep_sees_credit_and_credit_notes_of_a_client_and_changes_nothing()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(client, total: 100, number: "INV-1");
        await App.PaymentAsync(Finance, client, 25);
        await App.WriteAsync(db =>
        {
            db.CreditNotes.Add(new CreditNote(
                Guid.CreateVersion7(), client.Id, "CN-7", Money.Whole(30, "USD"), App.Today, "Wrong size", App.Clock.RecordedBy(Finance.Id)));
            return Task.FromResult(true);
        });

        Show<OrganizationPage>(Rep, (nameof(OrganizationPage.Id), client.Id), (nameof(OrganizationPage.Tab), "credit"));

        Eventually(() => Assert.Contains("CN-7", Words, StringComparison.Ordinal));
        Assert.Contains("Harbor Coffee has 55.00 USD of unapplied credit.", Words, StringComparison.Ordinal);
        Assert.Contains("Payment on account", Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Screen.FindAll("button, a"), element => element.TextContent.Trim() is "Refund" or "Apply" or "Move" or "New credit note" or "Choose…");
        Assert.Equal(100_00, await App.ReadAsync(db => db.Invoices.Where(found => found.Id == invoice.Id).Select(found => found.OutstandingMinor).SingleAsync()));
        await LeaveAsync();
    }
}
