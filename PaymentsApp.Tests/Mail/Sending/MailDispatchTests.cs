using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Mail;
using PaymentsApp.Mail.Messages;
using PaymentsApp.Mail.Sending;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Mail.Sending;

public sealed class MailDispatchTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task A_mail_is_sent_once_with_its_words_and_files(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var file = new byte[] { 0x25, 0x50, 0x44, 0x46, 0, 255 };
        var id = await desk.QueueAsync("ap@client.example, cfo@client.example", "Größe", [NewMailFile.Pdf("März.pdf", file)]);

        Assert.Equal(1, await desk.SendAsync());
        Assert.Equal(0, await desk.SendAsync());

        var mail = Assert.Single(desk.Server.Received);
        Assert.Equal(("ar@harbor.example", "ap@client.example cfo@client.example"), (mail.From, string.Join(' ', mail.To)));
        Assert.Equal("Text of Größe", mail.Part("text/plain"));
        Assert.Equal("<p>Page of Größe</p>", mail.Part("text/html"));
        Assert.Equal(file, Assert.Single(mail.Parts("application/pdf")));
        Assert.Equal($"<{id:N}@harbor.example>", mail.Header("Message-ID"));
        Assert.Contains("answers@harbor.example", mail.Header("Reply-To"), StringComparison.Ordinal);
        Assert.Equal(MailState.Sent, (await desk.MailAsync(id)).State);
        Assert.Equal(MailResult.Accepted, Assert.Single(await desk.AttemptsAsync(id)).Result);
    }

    [Theory, BothDatabases]
    public async Task Several_processes_send_each_mail_once(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        for (var i = 0; i < 12; i++)
        {
            await desk.QueueAsync(subject: $"Mail {i}");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(desk.SendAsync)));

        Assert.Equal(12, desk.Server.Received.Select(mail => mail.Header("Message-ID")).Distinct().Count());
        Assert.Equal(12, desk.Server.Received.Count);
    }

    [Theory]
    [InlineData(SmtpFault.RecipientLater)]
    [InlineData(SmtpFault.MailLater)]
    [InlineData(SmtpFault.NoGreeting)]
    public async Task What_is_not_taken_now_is_tried_again_later_as_the_same_mail(SmtpFault fault)
    {
        await using var desk = await MailDesk.OpenAsync();
        var id = await desk.QueueAsync();
        desk.Server.Fault = fault;

        await desk.SendAsync();
        var waiting = await desk.MailAsync(id);
        Assert.Equal((MailState.Queued, desk.App.Clock.Now + MailDispatch.Pauses[0]), (waiting.State, waiting.NextAttemptAt));
        Assert.Equal(0, await desk.SendAsync()); // not yet

        desk.Server.Fault = SmtpFault.None;
        desk.App.Time.Advance(MailDispatch.Pauses[0]);
        await desk.SendAsync();

        Assert.Equal($"<{waiting.MessageId}>", Assert.Single(desk.Server.Received).Header("Message-ID"));
        Assert.Equal([MailResult.Deferred, MailResult.Accepted], (await desk.AttemptsAsync(id)).Select(attempt => attempt.Result!.Value));
    }

    [Fact]
    public async Task After_the_last_pause_it_has_failed()
    {
        await using var desk = await MailDesk.OpenAsync();
        var id = await desk.QueueAsync();
        desk.Server.Fault = SmtpFault.RecipientLater;

        foreach (var pause in MailDispatch.Pauses)
        {
            await desk.SendAsync();
            desk.App.Time.Advance(pause);
        }

        Assert.Equal(MailState.Queued, (await desk.MailAsync(id)).State);
        await desk.SendAsync();

        Assert.Equal(MailState.Failed, (await desk.MailAsync(id)).State);
        Assert.Equal(MailDispatch.Pauses.Count + 1, (await desk.AttemptsAsync(id)).Count);
        Assert.Contains("try later", (await desk.MailAsync(id)).Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpFault.RecipientNever)]
    [InlineData(SmtpFault.MailNever)]
    public async Task What_the_server_refuses_has_failed_until_a_person_sends_it_again(SmtpFault fault)
    {
        await using var desk = await MailDesk.OpenAsync();
        var id = await desk.QueueAsync();
        desk.Server.Fault = fault;
        await desk.SendAsync();
        desk.Server.Fault = SmtpFault.None;
        desk.App.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, await desk.SendAsync());
        Assert.Equal(MailState.Failed, (await desk.MailAsync(id)).State);
        Assert.Null(await desk.App.Get<MailService>().SendAgainAsync(id, None));
        Assert.Equal(1, await desk.SendAsync());
        Assert.Equal(MailState.Sent, (await desk.MailAsync(id)).State);
    }

    [Theory]
    [InlineData(SmtpFault.DropWithinMail)]
    [InlineData(SmtpFault.DropAfterMail)]
    [InlineData(SmtpFault.SilentAfterMail)]
    public async Task A_mail_whose_answer_was_lost_may_have_been_sent_and_is_never_sent_again_by_itself(SmtpFault fault)
    {
        await using var desk = await MailDesk.OpenAsync(patience: fault == SmtpFault.SilentAfterMail ? TimeSpan.FromSeconds(2) : null);
        var id = await desk.QueueAsync(files: [NewMailFile.Pdf("large.pdf", new byte[3_000_000])]);
        desk.Server.Fault = fault;
        await desk.SendAsync();
        desk.Server.Fault = SmtpFault.None;
        desk.App.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, await desk.SendAsync());
        Assert.Equal(MailState.Unclear, (await desk.MailAsync(id)).State);
        Assert.Null(await desk.App.Get<MailService>().ConfirmSentAsync(id, None));
        Assert.Equal(MailState.Sent, (await desk.MailAsync(id)).State);
    }

    [Theory, BothDatabases]
    public async Task A_mail_whose_process_ended_while_it_sent_may_have_been_sent(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var id = await desk.QueueAsync();
        await desk.App.WriteAsync(db =>
        {
            db.OutgoingMails.AsTracking().Single(mail => mail.Id == id).Claim(desk.App.Clock.Now + MailDispatch.Lease, "x@harbor.example");
            db.MailAttempts.Add(new MailAttempt(Guid.CreateVersion7(), id, desk.App.Clock.Now));
            return Task.FromResult(true);
        });

        await desk.SendAsync();
        Assert.Equal(MailState.Sending, (await desk.MailAsync(id)).State); // somebody may still be at it
        desk.App.Time.Advance(MailDispatch.Lease + TimeSpan.FromSeconds(1));
        await desk.SendAsync();

        Assert.Equal(MailState.Unclear, (await desk.MailAsync(id)).State);
        Assert.Empty(desk.Server.Received);
        var details = await desk.App.Get<MailQueries>().FindAsync(id, None);
        Assert.Null(Assert.Single(details!.Attempts).Result);
        Assert.Null(await desk.App.Get<MailService>().SendAgainAsync(id, None)); // a person decides
        await desk.SendAsync();
        Assert.Single(desk.Server.Received);
    }

    [Fact]
    public async Task Some_of_several_addresses_refused_is_sent_and_said()
    {
        await using var desk = await MailDesk.OpenAsync();
        var id = await desk.QueueAsync("ap@client.example, gone@client.example");
        desk.Server.Fault = SmtpFault.SecondRecipientNever;

        await desk.SendAsync();

        Assert.Equal(["ap@client.example"], Assert.Single(desk.Server.Received).To);
        Assert.Equal(MailState.Sent, (await desk.MailAsync(id)).State);
        Assert.Contains("gone@client.example", (await desk.MailAsync(id)).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_it_stops_at_the_next_mail()
    {
        await using var desk = await MailDesk.OpenAsync();
        for (var i = 0; i < 4; i++)
        {
            await desk.QueueAsync();
        }

        desk.Server.OnTaken = async () =>
        {
            if (desk.Server.Received.Count == 2)
            {
                await desk.App.ExecuteSqlAsync("""UPDATE "MailSettings" SET "IsOn" = 0""");
            }
        };

        Assert.Equal(2, await desk.SendAsync());
        Assert.Equal(2, desk.Server.Received.Count);
        Assert.Equal(2, await desk.App.ReadAsync(db => Task.FromResult(db.OutgoingMails.Count(mail => mail.State == MailState.Queued))));
    }

    [Fact]
    public async Task Nothing_is_sent_before_it_is_switched_on()
    {
        await using var desk = await MailDesk.OpenAsync(isOn: false);
        await desk.QueueAsync();

        Assert.Equal(0, await desk.SendAsync());
        Assert.Empty(desk.Server.Commands);
    }

    [Theory, BothDatabases]
    public async Task A_mail_is_gone_with_the_business_fact_that_was_not_saved(DatabaseProvider provider)
    {
        await using var desk = await MailDesk.OpenAsync(provider);
        var mail = new NewMail(
            Guid.CreateVersion7(), MailKind.Statement, null, ["ap@client.example"], new MailText("S", "T", "H"), System.Globalization.CultureInfo.InvariantCulture);

        await Assert.ThrowsAsync<TimeoutException>(() => desk.App.Services.GetRequiredService<LiveWrites>().ExecuteAsync<bool>(
            async (db, changes, cancel) =>
            {
                await Outbox.QueueAsync(db, mail, desk.App.Clock.RecordedBy(desk.Finance.Id), changes, cancel);
                await db.SaveChangesAsync(cancel);
                throw new TimeoutException("After the mail was written.");
            },
            None));

        Assert.Equal(0, await desk.SendAsync());
        Assert.Empty(await desk.App.Get<MailQueries>().ListAsync(new MailFilter(null), None));
    }

    [Fact]
    public async Task A_password_or_a_mail_never_goes_to_a_server_that_is_not_who_it_says()
    {
        await using var desk = await MailDesk.OpenAsync();
        desk.Server.OffersTls = true;
        var kept = desk.App.Services.GetRequiredService<MailAccounts>().Protect("heron seven");
        await desk.App.WriteAsync(db =>
        {
            db.MailSettings.AsTracking().Single().UseServer(SmtpTestServer.Host, desk.Server.Port, usesTls: true, "ar", kept);
            return Task.FromResult(true);
        });
        var id = await desk.QueueAsync();

        await desk.SendAsync();

        Assert.Equal(MailState.Queued, (await desk.MailAsync(id)).State);
        Assert.DoesNotContain(desk.Server.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_makes_mails_wait_and_never_fails_them_at_once()
    {
        await using var desk = await MailDesk.OpenAsync();
        desk.Server.Fault = SmtpFault.PasswordWrong;
        var kept = desk.App.Services.GetRequiredService<MailAccounts>().Protect("heron seven");
        await desk.App.WriteAsync(db =>
        {
            db.MailSettings.AsTracking().Single().UseServer(SmtpTestServer.Host, desk.Server.Port, usesTls: false, "ar", kept);
            return Task.FromResult(true);
        });
        var id = await desk.QueueAsync();

        await desk.SendAsync();

        Assert.Equal(MailState.Queued, (await desk.MailAsync(id)).State);
        Assert.Contains(desk.Server.Commands, line => line == Convert.ToBase64String("heron seven"u8));
    }
}
