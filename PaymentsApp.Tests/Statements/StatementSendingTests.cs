using System.Globalization;
using System.Text;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments.History;
using PaymentsApp.Statements;
using PaymentsApp.Statements.Sending;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Statements;

/// <summary>A statement on its way to the client.</summary>
public sealed class StatementSendingTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    [Theory, BothDatabases]
    public async Task It_is_queued_once_with_its_pdf_and_stands_in_the_history(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var (client, asked) = await ClientAsync(app, ("Bea Boss", "boss@example.com", "Owner"), ("Cora Clerk", "cora@example.com", "Billing"));
        var service = app.Get<StatementService>();

        var offer = (await service.OfferAsync(asked, None))!;
        Assert.Equal([("Cora Clerk", true), ("Bea Boss", false)], offer.Recipients.Select(contact => (contact.Name, contact.IsBilling)));
        Assert.Contains("100.00", offer.Text, StringComparison.Ordinal);
        var command = new SendStatement(Guid.CreateVersion7(), asked, ["cora@example.com", "typed@example.org"], offer.Subject, "Dear <b>Cora</b>,\n\nsee attached.");
        Assert.Null(await service.SendAsync(command, Culture, None));
        Assert.Null(await service.SendAsync(command, Culture, None)); // the answer was lost

        var mail = await app.ReadAsync(db => db.OutgoingMails.Include(found => found.Attachments).SingleAsync());
        Assert.Equal((MailKind.Statement, MailState.Queued, client.Id, "cora@example.com, typed@example.org"), (mail.Kind, mail.State, mail.OrganizationId, mail.Recipients));
        Assert.Contains("<p>Dear &lt;b&gt;Cora&lt;/b&gt;,</p>", mail.Html, StringComparison.Ordinal);
        var file = Assert.Single(mail.Attachments);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(file.Bytes!), StringComparison.Ordinal);
        Assert.StartsWith("statement ", file.FileName, StringComparison.Ordinal);
        var line = Assert.Single(await app.Get<HistoryQueries>().OfOrganizationAsync(client.Id, null, None), line => line.What == "Statement sent by mail");
        Assert.Equal("to Cora Clerk, another address", line.Target);
        Assert.DoesNotContain(
            await app.ReadAsync(db => db.AuditEntries.Select(entry => entry.Body).ToListAsync()), body => body.Contains("example.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_in_words_and_nothing_is_queued()
    {
        await using var app = await TestDatabase.CreateAsync();
        var (_, asked) = await ClientAsync(app, ("Cora Clerk", "cora@example.com", null));
        var service = app.Get<StatementService>();
        var good = new SendStatement(Guid.CreateVersion7(), asked, ["cora@example.com"], "Statement", "See attached.");

        Assert.Contains("at least one", await service.SendAsync(good with { To = [] }, Culture, None), StringComparison.Ordinal);
        Assert.Contains("no mail address", await service.SendAsync(good with { To = ["cora@example.com", "cora"] }, Culture, None), StringComparison.Ordinal);
        Assert.Contains("subject", await service.SendAsync(good with { Subject = " " }, Culture, None), StringComparison.Ordinal);
        Assert.Contains("card number", await service.SendAsync(good with { Text = "Card 4111 1111 1111 1111" }, Culture, None), StringComparison.Ordinal);
        await MailServerOf.SetUpAsync(app, isOn: false);
        Assert.Contains("switched off", await service.SendAsync(good, Culture, None), StringComparison.Ordinal);
        Assert.Equal(MailReadiness.Off, await service.ReadinessAsync(None));

        Assert.Equal(0, await app.ReadAsync(db => db.OutgoingMails.CountAsync()));
        Assert.Equal(0, await app.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "StatementSent")));
    }

    [Theory, BothDatabases]
    public async Task Many_are_sent_once_each_and_those_without_address_are_named(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var (first, asked) = await ClientAsync(app, ("Cora Clerk", "cora@example.com", "Accounts payable"), ("Bea Boss", "boss@example.com", null));
        var (second, _) = await ClientAsync(app, ("Only One", "only@example.com", null));
        var (silent, _) = await ClientAsync(app, ("No Mail", null, "Billing"));
        var service = app.Get<StatementService>();
        var sendingId = Guid.CreateVersion7();
        List<int> progress = [];

        var sent = await service.SendManyAsync(sendingId, [first.Id, silent.Id, second.Id], asked, progress.Add, Culture, None);
        var again = await service.SendManyAsync(sendingId, [first.Id, silent.Id, second.Id], asked, _ => { }, Culture, None);

        Assert.Equal((2, silent.Name), (sent.Queued, Assert.Single(sent.WithoutAddress)));
        Assert.Empty(sent.Problems);
        Assert.Empty(again.Problems);
        Assert.Equal([1, 2, 3], progress);
        Assert.Equal(["cora@example.com", "only@example.com"], await app.ReadAsync(db => db.OutgoingMails.OrderBy(mail => mail.Recipients).Select(mail => mail.Recipients).ToListAsync()));
    }

    [Fact]
    public async Task One_that_cannot_be_sent_keeps_no_other_from_its_statement()
    {
        await using var app = await TestDatabase.CreateAsync();
        var (first, asked) = await ClientAsync(app, ("Cora Clerk", "cora@example.com", null));
        var (second, _) = await ClientAsync(app, ("Only One", "only@example.com", null));
        var (third, _) = await ClientAsync(app, ("Third One", "third@example.com", null));
        await app.ExecuteSqlAsync($"""UPDATE "Organizations" SET "Name" = '4111 1111 1111 1111' WHERE "Id" = {first.Id}""");
        await app.ExecuteSqlAsync($"""UPDATE "Organizations" SET "Name" = '{new string('N', 200)}' WHERE "Id" = {second.Id}""");

        var sent = await app.Get<StatementService>().SendManyAsync(Guid.CreateVersion7(), [first.Id, second.Id, third.Id], asked, _ => { }, Culture, None);

        Assert.Equal(2, sent.Queued);
        Assert.Contains("card number", Assert.Single(sent.Problems), StringComparison.Ordinal);
        Assert.Equal(["only@example.com", "third@example.com"], await app.ReadAsync(db => db.OutgoingMails.OrderBy(mail => mail.Recipients).Select(mail => mail.Recipients).ToListAsync()));
    }

    [Fact]
    public async Task The_company_s_own_words_are_used()
    {
        await using var app = await TestDatabase.CreateAsync();
        var (client, asked) = await ClientAsync(app, ("Cora Clerk", "cora@example.com", null));
        await app.WriteAsync(db =>
        {
            db.MailTemplates.Add(new MailTemplate("statement", "For {organization}", "Hello {organization}, {total} is open.", "<p>Hello</p>"));
            return Task.FromResult(true);
        });

        var offer = (await app.Get<StatementService>().OfferAsync(asked, None))!;

        Assert.Equal($"For {client.Name}", offer.Subject);
        Assert.Equal($"Hello {client.Name}, 100.00 USD is open.", offer.Text.Replace('\u00A0', ' '));
    }

    private static async Task<(Organization Client, StatementAsked Asked)> ClientAsync(TestDatabase app, params (string Name, string? Email, string? Role)[] contacts)
    {
        await MailServerOf.SetUpAsync(app);
        if (await app.ReadAsync(db => db.UserRoles.CountAsync()) == 0)
        {
            await app.FinanceAsync();
        }

        var client = await app.OrganizationAsync();
        await app.WriteAsync(async db =>
        {
            var found = await db.Organizations.AsTracking().SingleAsync(found => found.Id == client.Id);
            foreach (var (name, email, role) in contacts)
            {
                found.AddContact(new Contact(name, email, null, role));
            }

            return true;
        });
        await app.InvoiceAsync(client, 100);
        return (client, new StatementAsked(client.Id, StatementForm.OpenItem, app.Today, app.Today));
    }
}
