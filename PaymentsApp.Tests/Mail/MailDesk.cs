using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Mail;
using PaymentsApp.Mail.Sending;
using PaymentsApp.Tests.Mail.Sending;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Mail;

/// <summary>The program with its mail server: a real one, on a port of this machine.</summary>
internal sealed class MailDesk : IAsyncDisposable
{
    private MailDesk(TestDatabase app, SmtpTestServer server, TestUser finance) => (App, Server, Finance) = (app, server, finance);

    public TestDatabase App { get; }

    public SmtpTestServer Server { get; }

    public TestUser Finance { get; }

    public static async Task<MailDesk> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, bool isOn = true, TimeSpan? patience = null)
    {
        var app = await TestDatabase.CreateAsync(provider, services => services.AddSingleton(new SmtpPost { Patience = patience ?? TimeSpan.FromSeconds(20) }));
        var desk = new MailDesk(app, new SmtpTestServer(), await app.FinanceAsync());
        await app.WriteAsync(db =>
        {
            var settings = new MailSettings();
            settings.UseServer(SmtpTestServer.Host, desk.Server.Port, usesTls: false, null, null);
            settings.SendAs("Harbor Publishing", "ar@harbor.example", "answers@harbor.example");
            settings.Switch(isOn);
            db.MailSettings.Add(settings);
            return Task.FromResult(true);
        });
        return desk;
    }

    /// <summary>Queues a mail in a transaction of its own.</summary>
    public async Task<Guid> QueueAsync(string to = "ap@client.example", string subject = "Hello", IReadOnlyList<NewMailFile>? files = null, int? organizationId = null)
    {
        var id = Guid.CreateVersion7();
        await App.Services.GetRequiredService<LiveWrites>().ExecuteAsync(
            async (db, changes, cancel) =>
            {
                await Outbox.QueueAsync(
                    db,
                    new NewMail(id, MailKind.Statement, organizationId, MailAddresses.Read(to)!, new MailText(subject, $"Text of {subject}", $"<p>Page of {subject}</p>"), CultureInfo.GetCultureInfo("en-US"))
                    {
                        Files = files ?? [],
                    },
                    App.Clock.RecordedBy(Finance.Id), changes, cancel);
                await db.SaveChangesAsync(cancel);
                return true;
            },
            CancellationToken.None);
        return id;
    }

    /// <summary>What the worker does.</summary>
    public Task<int> SendAsync() => App.Services.GetRequiredService<MailDispatch>().SendDueAsync(CancellationToken.None);

    public Task<OutgoingMail> MailAsync(Guid id) => App.ReadAsync(db => Task.FromResult(db.OutgoingMails.Single(mail => mail.Id == id)));

    public Task<List<MailAttempt>> AttemptsAsync(Guid id) =>
        App.ReadAsync(db => Task.FromResult(db.MailAttempts.Where(attempt => attempt.MailId == id).OrderBy(attempt => attempt.StartedAt).ToList()));

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }
}
