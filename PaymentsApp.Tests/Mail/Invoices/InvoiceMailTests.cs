using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Mail.Invoices;
using PaymentsApp.Mail.Messages;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Mail.Invoices;

public sealed class InvoiceMailTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Theory, BothDatabases]
    public async Task A_batch_is_sent_one_mail_to_each_client_and_says_what_became_of_it(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var (bell, silent) = (await ClientAsync(desk, "ap@bell.example"), await desk.App.OrganizationAsync(name: "Silent Ltd"));
        var invoices = new[] { await desk.App.InvoiceAsync(bell, 100), await desk.App.InvoiceAsync(bell, 50), await desk.App.InvoiceAsync(silent, 70) };
        var service = desk.App.Get<InvoiceMailService>();
        var command = new SendInvoices(Guid.CreateVersion7(), null, [.. invoices.Select(invoice => invoice.Id)]);

        var sent = await service.SendAsync(command, English, None);
        Assert.Equal((1, "Silent Ltd", null), (sent.Mails, Assert.Single(sent.WithoutAddress), sent.Problem));
        Assert.Equal(1, (await service.SendAsync(command, English, None)).Mails); // asked again, nothing twice
        await desk.SendAsync();

        var text = Assert.Single(desk.Server.Received).Part("text/plain");
        Assert.Contains("Full page, four color", text, StringComparison.Ordinal);
        Assert.Contains("150.00", text, StringComparison.Ordinal);
        var batch = Assert.Single(await service.BatchesAsync(None));
        var rows = await service.InvoicesAsync(batch.Id, batch.MailingId, None);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((MailState.Sent, "ap@bell.example"), (row.MailState!.Value, row.SentTo)));
    }

    [Theory, BothDatabases]
    public async Task The_receipt_of_a_payment_goes_out_with_its_pdf_when_it_is_asked_for(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var client = await ClientAsync(desk, "ap@bell.example");
        var invoice = await desk.App.InvoiceAsync(client, 100);
        var payments = desk.App.Get<PaymentService>();
        var type = await desk.App.ReadAsync(db => Task.FromResult(db.PaymentTypes.OrderBy(type => type.SortOrder).First().Id));
        var command = new RegisterPayment(
            Guid.CreateVersion7(), client.Id, new Money(100_00, "USD"), Money.Zero("USD"), desk.App.Today, type, null, null, null, [new InvoiceShare(invoice.Id, new Money(100_00, "USD"))])
        {
            MailsReceipt = true,
        };

        Assert.False(Assert.IsType<RegisterPaymentResult.Registered>(await payments.RegisterAsync(command, None)).HasNoAddress);
        Assert.IsType<RegisterPaymentResult.AlreadyRegistered>(await payments.RegisterAsync(command, None));
        await desk.SendAsync();

        var mail = Assert.Single(desk.Server.Received);
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(Assert.Single(mail.Parts("application/pdf"))), StringComparison.Ordinal);
        Assert.Equal(command.PaymentId, (await desk.App.ReadAsync(db => db.OutgoingMails.SingleAsync())).PaymentId);
    }

    [Theory, BothDatabases]
    public async Task The_receipt_of_a_payment_that_was_reversed_meanwhile_is_withdrawn(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var client = await ClientAsync(desk, "ap@bell.example");
        var type = await desk.App.ReadAsync(db => Task.FromResult(db.PaymentTypes.OrderBy(type => type.SortOrder).First().Id));
        var command = new RegisterPayment(Guid.CreateVersion7(), client.Id, new Money(100_00, "USD"), Money.Zero("USD"), desk.App.Today, type, null, null, null, [])
        {
            MailsReceipt = true,
        };
        await desk.App.Get<PaymentService>().RegisterAsync(command, None);

        await desk.App.Get<PaymentService>().ReverseAsync(new ReversePayment(Guid.CreateVersion7(), command.PaymentId, desk.App.Today, "Typed twice"), None);

        Assert.Equal(0, await desk.SendAsync());
        Assert.Empty(desk.Server.Received);
        Assert.Equal(MailState.Withdrawn, Assert.Single(await desk.App.Get<MailQueries>().ListAsync(new MailFilter(null), None)).State);
    }

    [Fact]
    public async Task Without_an_address_the_payment_is_registered_and_the_missing_receipt_said()
    {
        await using var desk = await MailDesk.OpenAsync();
        var client = await desk.App.OrganizationAsync();
        var type = await desk.App.ReadAsync(db => Task.FromResult(db.PaymentTypes.OrderBy(type => type.SortOrder).First().Id));
        var command = new RegisterPayment(Guid.CreateVersion7(), client.Id, new Money(100_00, "USD"), Money.Zero("USD"), desk.App.Today, type, null, null, null, [])
        {
            MailsReceipt = true,
        };

        Assert.True(Assert.IsType<RegisterPaymentResult.Registered>(await desk.App.Get<PaymentService>().RegisterAsync(command, None)).HasNoAddress);
        Assert.Empty(await desk.App.Get<MailQueries>().ListAsync(new MailFilter(null), None));
    }

    private static async Task<Organization> ClientAsync(MailDesk desk, string address)
    {
        var client = await desk.App.OrganizationAsync();
        await desk.App.WriteAsync(db =>
        {
            db.Organizations.AsTracking().Single(found => found.Id == client.Id).AddContact(new Contact("Ann", address, null, "Accounts payable"));
            return Task.FromResult(true);
        });
        return client;
    }
}
