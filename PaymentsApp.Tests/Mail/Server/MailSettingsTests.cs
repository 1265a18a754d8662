using PaymentsApp.Domain;
using PaymentsApp.Mail.Server;
using PaymentsApp.Tests.Mail.Sending;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Mail.Server;

public sealed class MailSettingsTests
{
    private const string Password = "heron-seven-nest";

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly MailServerForm Form = new("smtp.example.com", 587, true, "ar", "Harbor Publishing", "ar@harbor.example", null);

    [Fact]
    public async Task The_password_is_kept_unreadable_and_told_nobody()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var settings = app.Get<MailSettingsService>();

        Assert.Null(await settings.SaveAsync(Form, Password, None));
        Assert.Null(await settings.SaveAsync(Form with { SenderName = "Harbor" }, null, None)); // stays

        var kept = await app.ReadAsync(db => Task.FromResult(db.MailSettings.Single()));
        Assert.NotNull(kept.ProtectedPassword);
        Assert.DoesNotContain(Password, kept.ProtectedPassword, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.ReadAsync(db => Task.FromResult(db.AuditEntries.Select(entry => entry.Body).ToList())), body =>
            body.Contains(Password, StringComparison.Ordinal) || body.Contains(kept.ProtectedPassword!, StringComparison.Ordinal));
        Assert.True((await settings.FindAsync(None)).HasPassword);
        Assert.False((await settings.FindAsync(None)).IsOn);
    }

    [Fact]
    public async Task The_kept_password_goes_to_no_other_server()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var settings = app.Get<MailSettingsService>();
        await settings.SaveAsync(Form, Password, None);

        Assert.NotNull(await settings.SaveAsync(Form with { Host = "smtp.evil.example" }, null, None));
        Assert.NotNull(await settings.SaveAsync(Form with { UsesTls = false }, null, None));
        Assert.NotNull(await settings.SaveAsync(Form with { UsesTls = false }, Password, None)); // in the clear
        Assert.Equal("smtp.example.com", (await settings.FindAsync(None)).Host);
    }

    [Theory]
    [InlineData("ar@harbor.example\r\nBcc: all@evil.example")]
    [InlineData("Harbor <ar@harbor.example>")]
    [InlineData("ar@harbor")]
    [InlineData("ar@@harbor.example")]
    [InlineData("ar.@harbor.example")]
    [InlineData("ar@harbor.example, b@harbor.example")]
    [InlineData("\"a b\"@harbor.example")]
    [InlineData("")]
    public async Task What_is_no_plain_address_is_no_sender(string address)
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        var problem = await app.Get<MailSettingsService>().SaveAsync(Form with { SenderAddress = address }, Password, None);

        // A domain without a dot is an address inside a company.
        Assert.Equal(address != "ar@harbor", problem is not null);
        Assert.Equal(address == "ar@harbor", MailAddresses.IsAddress(address));
    }

    [Theory]
    [InlineData("Harbor\r\nBcc: all@evil.example")]
    [InlineData("Harbor\u2028Publishing")]
    public async Task A_name_that_would_end_its_header_is_refused(string name)
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        Assert.NotNull(await app.Get<MailSettingsService>().SaveAsync(Form with { SenderName = name }, Password, None));
    }

    [Fact]
    public async Task A_subject_never_becomes_a_header()
    {
        await using var desk = await MailDesk.OpenAsync();
        await desk.QueueAsync(subject: "Invoice\r\nBcc: all@evil.example\r\n\r\nBody");

        await desk.SendAsync();

        var mail = Assert.Single(desk.Server.Received);
        Assert.Equal(["ap@client.example"], mail.To);
        Assert.Null(mail.Header("Bcc"));
        Assert.Equal("Invoice Bcc: all@evil.example Body", mail.Header("Subject"));
    }

    [Fact]
    public async Task A_test_mail_goes_out_at_once_and_the_answer_is_shown()
    {
        await using var desk = await MailDesk.OpenAsync(isOn: false);
        desk.App.As(await desk.App.AdminAsync());
        var settings = desk.App.Get<MailSettingsService>();

        Assert.Equal(MailResult.Accepted, (await settings.TestAsync("me@harbor.example", None)).Result);
        Assert.Equal(["me@harbor.example"], Assert.Single(desk.Server.Received).To);

        desk.Server.Fault = SmtpFault.RecipientNever;
        var refused = await settings.TestAsync("me@harbor.example", None);
        Assert.Equal(MailResult.Refused, refused.Result);
        Assert.Contains("no such user", refused.Text, StringComparison.Ordinal);
        Assert.Equal(MailResult.Refused, (await settings.TestAsync("me@harbor.example\nRCPT TO:<x@evil.example>", None)).Result);
        Assert.Single(desk.Server.Received);
    }
}
