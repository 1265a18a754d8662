using PaymentsApp.Domain;
using PaymentsApp.Mail.Texts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Mail.Texts;

public sealed class MailTextTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task An_unknown_placeholder_is_found_when_the_text_is_saved()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var texts = app.Get<MailTextService>();

        var problem = await texts.SaveAsync("statement", new MailText("Statement", "Dear {clint}", "<p>Dear {organization}</p>"), None);

        Assert.Contains("{clint}", problem, StringComparison.Ordinal);
        Assert.Contains("{organization}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(await texts.ListAsync(None), form => form.IsOwn);
    }

    [Fact]
    public async Task A_list_stands_in_no_subject()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        Assert.NotNull(await app.Get<MailTextService>().SaveAsync("reminder-firm", new MailText("{invoices}", "{invoices}", "{invoices}"), None));
    }

    [Fact]
    public async Task Own_words_are_used_until_they_are_given_up()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var texts = app.Get<MailTextService>();
        var words = new MailText("Hello", "Dear {organization}", "<style>p { color: red }</style><p>{organization}</p>");

        Assert.Null(await texts.SaveAsync("statement", words, None));
        Assert.Equal(words, (await texts.ListAsync(None)).Single(form => form.IsOwn).Words);
        Assert.Null(await texts.SaveAsync("statement", null, None));
        Assert.DoesNotContain(await texts.ListAsync(None), form => form.IsOwn);
    }

    [Fact]
    public async Task Values_are_escaped_in_html_and_stay_as_they_are_in_plain_text()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();

        var preview = await app.Get<MailTextService>().PreviewAsync(new MailText("For {organization}", "{organization}", "<p>{organization}</p>{invoices}"), None);

        Assert.Equal(("For Bell & Sons", "Bell & Sons"), (preview.Subject, preview.Text));
        Assert.Contains("<p>Bell &amp; Sons</p><table", preview.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_programs_own_words_have_only_placeholders_that_exist() =>
        Assert.All(MailTextKinds.All, kind => Assert.Null(MailTemplates.ProblemOf(kind, kind.Default)));
}
