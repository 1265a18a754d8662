using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Mail.Messages;
using PaymentsApp.Mail.Reminders;
using PaymentsApp.Payments.History;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Mail.Reminders;

public sealed class ReminderTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Theory, BothDatabases]
    public async Task An_overdue_invoice_is_proposed_released_sent_and_stands_in_the_histories(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var client = await ClientAsync(desk, "Bell & <Sons>");
        var late = await desk.App.InvoiceAsync(client, 120, desk.App.Today.AddDays(-8));
        await desk.App.InvoiceAsync(client, 50, desk.App.Today.AddDays(-3)); // not long enough

        var due = Assert.Single(await desk.App.Get<ReminderService>().ProposalsAsync(None));
        Assert.Equal((client.Id, 1, 1, 8), (due.OrganizationId, due.Level.Number, due.Invoices, due.DaysOverdue));
        Assert.Equal([new Money(120_00, "USD")], due.Outstanding);
        Assert.Equal(new ReleaseResult(1, 0, []), await ReleaseAsync(desk, client), Same);
        Assert.Empty(await desk.App.Get<ReminderService>().ProposalsAsync(None));
        await desk.SendAsync();

        var mail = Assert.Single(desk.Server.Received);
        Assert.Equal(["ap@client.example"], mail.To);
        Assert.Contains(late.Number, mail.Part("text/plain"), StringComparison.Ordinal);
        Assert.Contains("120.00", mail.Part("text/html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<Sons>", mail.Part("text/html"), StringComparison.Ordinal);
        var history = await desk.App.Get<HistoryQueries>().OfInvoiceAsync(late.Id, None);
        Assert.Equal(["Mail sent", "Mail put into the outbox"], history.Select(line => line.What).Where(what => what.StartsWith("Mail", StringComparison.Ordinal)));
        Assert.Contains(await desk.App.Get<HistoryQueries>().OfOrganizationAsync(client.Id, null, None), line => line.What == "Mail sent");
    }

    [Theory, BothDatabases]
    public async Task A_payment_withdraws_the_reminder_that_it_settles(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var client = await ClientAsync(desk);
        var invoice = await desk.App.InvoiceAsync(client, 100, desk.App.Today.AddDays(-10));
        await ReleaseAsync(desk, client);

        await desk.App.PaymentAsync(desk.Finance, client, 100, [(invoice, 100)]);

        var mail = Assert.Single(await desk.App.Get<MailQueries>().ListAsync(new MailFilter(MailKind.Reminder), None));
        Assert.Equal(MailState.Withdrawn, mail.State);
        Assert.Equal(0, await desk.SendAsync());
        Assert.Empty(desk.Server.Received);
    }

    [Theory, BothDatabases]
    public async Task A_payment_shrinks_the_reminder_of_which_it_settles_a_part(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var client = await ClientAsync(desk);
        var first = await desk.App.InvoiceAsync(client, 100, desk.App.Today.AddDays(-10));
        var second = await desk.App.InvoiceAsync(client, 70, desk.App.Today.AddDays(-9));
        await ReleaseAsync(desk, client);

        await desk.App.PaymentAsync(desk.Finance, client, 125, [(first, 100), (second, 25)]);
        await desk.SendAsync();

        var text = Assert.Single(desk.Server.Received).Part("text/plain");
        Assert.DoesNotContain(first.Number, text, StringComparison.Ordinal);
        Assert.Contains(second.Number, text, StringComparison.Ordinal);
        Assert.Contains("45.00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("70.00", text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task No_invoice_is_reminded_twice_at_a_level_whoever_releases_at_once(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var client = await ClientAsync(desk);
        await desk.App.InvoiceAsync(client, 100, desk.App.Today.AddDays(-60));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReleaseAsync(desk, client))));

        Assert.Equal(1, results.Sum(result => result.Queued));
        await desk.SendAsync();
        Assert.Empty(await desk.App.Get<ReminderService>().ProposalsAsync(None)); // the next level waits its time
        desk.App.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal(2, Assert.Single(await desk.App.Get<ReminderService>().ProposalsAsync(None)).Level.Number);
    }

    [Theory, BothDatabases]
    public async Task What_was_paid_while_a_reminder_could_not_be_withdrawn_is_not_reminded_when_it_is_sent_again(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var (paid, part) = (await ClientAsync(desk, "Paid"), await ClientAsync(desk, "Part"));
        var first = await desk.App.InvoiceAsync(paid, 100, desk.App.Today.AddDays(-10));
        var second = await desk.App.InvoiceAsync(part, 80, desk.App.Today.AddDays(-10));
        await ReleaseAsync(desk, paid);
        await ReleaseAsync(desk, part);
        desk.Server.Fault = Sending.SmtpFault.DropAfterMail;
        await desk.SendAsync();
        Assert.All(await desk.App.Get<MailQueries>().ListAsync(new MailFilter(null), None), mail => Assert.Equal(MailState.Unclear, mail.State));

        await desk.App.PaymentAsync(desk.Finance, paid, 100, [(first, 100)]);
        await desk.App.PaymentAsync(desk.Finance, part, 50, [(second, 50)]);
        desk.Server.Fault = Sending.SmtpFault.None;
        foreach (var mail in await desk.App.Get<MailQueries>().ListAsync(new MailFilter(null), None))
        {
            Assert.Null(await desk.App.Get<MailService>().SendAgainAsync(mail.Id, None));
        }

        await desk.SendAsync();

        Assert.Equal(3, desk.Server.Received.Count); // two whose answers were lost, and the one that is still true
        Assert.Contains("30.00", desk.Server.Received[^1].Part("text/plain"), StringComparison.Ordinal);
        Assert.Equal(
            [(paid.Id, MailState.Withdrawn), (part.Id, MailState.Sent)],
            (await desk.App.Get<MailQueries>().ListAsync(new MailFilter(null), None)).OrderBy(mail => mail.OrganizationId).Select(mail => (mail.OrganizationId!.Value, mail.State)));
    }

    [Theory, BothDatabases]
    public async Task A_long_subject_never_stops_a_payment(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var client = await ClientAsync(desk, new string('x', 180));
        var invoice = await desk.App.InvoiceAsync(client, 100, desk.App.Today.AddDays(-10));
        await desk.App.WriteAsync(db =>
        {
            db.MailTemplates.Add(new MailTemplate("reminder-friendly", "{organization} {organization}", "{invoices}", "{invoices}"));
            return Task.FromResult(true);
        });
        await ReleaseAsync(desk, client);

        await desk.App.PaymentAsync(desk.Finance, client, 40, [(invoice, 40)]);

        Assert.Equal(1, await desk.SendAsync());
        Assert.Contains("60.00", Assert.Single(desk.Server.Received).Part("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_reminder_is_proposed_again()
    {
        await using var desk = await MailDesk.OpenAsync();
        var client = await ClientAsync(desk);
        await desk.App.InvoiceAsync(client, 100, desk.App.Today.AddDays(-10));
        await ReleaseAsync(desk, client);
        var mail = Assert.Single(await desk.App.Get<MailQueries>().ListAsync(new MailFilter(null), None));

        Assert.Null(await desk.App.Get<MailService>().WithdrawAsync(mail.Id, None));

        Assert.Single(await desk.App.Get<ReminderService>().ProposalsAsync(None));
        Assert.Equal(1, (await ReleaseAsync(desk, client)).Queued);
    }

    [Fact]
    public async Task Disputed_invoices_and_clients_without_reminders_are_left_out()
    {
        await using var desk = await MailDesk.OpenAsync();
        var (disputing, spared) = (await ClientAsync(desk, "Disputing"), await ClientAsync(desk, "Spared"));
        var disputed = await desk.App.InvoiceAsync(disputing, 100, desk.App.Today.AddDays(-10));
        await desk.App.InvoiceAsync(spared, 100, desk.App.Today.AddDays(-10));
        await desk.App.WriteAsync(db =>
        {
            db.Disputes.Add(new Dispute(Guid.CreateVersion7(), disputed, new Money(100, "USD"), "WrongSize", null, desk.App.Clock.RecordedBy(desk.Finance.Id)));
            db.OrganizationReminders.Add(new OrganizationReminders(spared.Id, null));
            return Task.FromResult(true);
        });

        Assert.Empty(await desk.App.Get<ReminderService>().ProposalsAsync(None));
        Assert.Equal(1, (await ReleaseAsync(desk, disputing)).Gone);
        Assert.Equal(1, (await ReleaseAsync(desk, spared)).Gone);
    }

    [Fact]
    public async Task A_policy_that_sends_by_itself_does_so_once()
    {
        await using var desk = await MailDesk.OpenAsync();
        var client = await ClientAsync(desk);
        await desk.App.InvoiceAsync(client, 100, desk.App.Today.AddDays(-2));
        await desk.App.WriteAsync(db =>
        {
            db.ReminderPolicies.Add(new ReminderPolicy("Quick", isDefault: true, isAutomatic: true, [new ReminderLevel(1, 1, ReminderTone.Firm, "Nobody has it")]));
            return Task.FromResult(true);
        });

        Assert.Equal(1, await desk.App.Get<ReminderService>().ReleaseAutomaticAsync(None));
        Assert.Equal(0, await desk.App.Get<ReminderService>().ReleaseAutomaticAsync(None));
        await desk.SendAsync();

        Assert.Contains("overdue", Assert.Single(desk.Server.Received).Header("Subject"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_address_is_named_and_nothing_is_queued()
    {
        await using var desk = await MailDesk.OpenAsync();
        var client = await desk.App.OrganizationAsync(name: "Silent Ltd");
        await desk.App.InvoiceAsync(client, 100, desk.App.Today.AddDays(-10));

        Assert.Equal(["Silent Ltd"], (await ReleaseAsync(desk, client)).WithoutAddress);
        Assert.Empty(await desk.App.Get<MailQueries>().ListAsync(new MailFilter(null), None));
    }

    private static bool Same(ReleaseResult expected, ReleaseResult actual) =>
        (expected.Queued, expected.Gone) == (actual.Queued, actual.Gone) && expected.WithoutAddress.SequenceEqual(actual.WithoutAddress);

    private static Task<ReleaseResult> ReleaseAsync(MailDesk desk, Organization client) =>
        desk.App.Get<ReminderService>().ReleaseAsync([new ReminderKey(client.Id, 1)], English, None);

    private static async Task<Organization> ClientAsync(MailDesk desk, string name = "Client Ltd")
    {
        var client = await desk.App.OrganizationAsync(name: name);
        await desk.App.WriteAsync(db =>
        {
            db.Organizations.AsTracking().Single(found => found.Id == client.Id).AddContact(new Contact("Ann", "ap@client.example", null, "Accounts payable"));
            return Task.FromResult(true);
        });
        return client;
    }
}
