using Bunit;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Statements;
using PaymentsApp.Statements.Sending;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Statements;

/// <summary>The windows that send statements, as Finance uses them.</summary>
public sealed class SendStatementDialogTests : ScreenTest
{
    [Fact]
    public async Task Finance_sends_what_is_shown_to_the_contact_for_bills()
    {
        var client = await ClientAsync("Harbor Coffee", "cora@example.com");
        await MailServerOf.SetUpAsync(App);
        Show<StatementTab>(Finance, (nameof(StatementTab.OrganizationId), client.Id));
        Eventually(() => Assert.False(Button("Send statement").HasAttribute("disabled")));

        Button("Send statement").Click();
        Eventually(() => Assert.Contains("Harbor Coffee", Box("Subject").GetAttribute("value"), StringComparison.Ordinal));
        Assert.True(Screen.Find("fieldset input[type=checkbox]").HasAttribute("checked"));
        Box("Further addresses").Input("typed");
        Button("Send").Click();
        Eventually(() => Assert.Contains("“typed” is no mail address.", Words, StringComparison.Ordinal));
        Box("Further addresses").Input("");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Equal("cora@example.com", App.ReadAsync(db => db.OutgoingMails.Select(mail => mail.Recipients).SingleOrDefaultAsync()).GetAwaiter().GetResult()));
        Eventually(() => Assert.Empty(Screen.FindAll("form")));
        await LeaveAsync();
    }

    [Fact]
    public async Task Without_a_mail_server_the_button_says_so_and_the_pdf_is_there()
    {
        var client = await ClientAsync("Harbor Coffee", "cora@example.com");
        Show<StatementTab>(Finance, (nameof(StatementTab.OrganizationId), client.Id));

        Eventually(() => Assert.Contains("No mail server is set up in the settings. Download the PDF instead.", Words, StringComparison.Ordinal));
        Assert.True(Button("Send statement").HasAttribute("disabled"));
        Assert.Contains("download=true", Screen.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
        await LeaveAsync();
    }

    [Fact]
    public async Task A_rep_sees_the_statement_and_no_way_to_send_it()
    {
        var client = await ClientAsync("Harbor Coffee", "cora@example.com", Rep);
        Show<StatementTab>(Rep, (nameof(StatementTab.OrganizationId), client.Id));

        Eventually(() => Assert.NotEmpty(Screen.FindAll("iframe")));
        Assert.False(HasButton("Send statement"));
        await LeaveAsync();
    }

    [Fact, UseCulture("en-US")]
    public async Task Many_go_out_with_one_click_and_who_got_none_is_named()
    {
        var ids = new[] { (await ClientAsync("Harbor Coffee", "cora@example.com")).Id, (await ClientAsync("Kite Ltd", null)).Id };
        await MailServerOf.SetUpAsync(App);
        Show<SendStatementsDialog>(
            Finance, (nameof(SendStatementsDialog.Title), "2 organizations ticked"),
            (nameof(SendStatementsDialog.Organizations), (Func<CancellationToken, Task<IReadOnlyList<int>>>)(_ => Task.FromResult<IReadOnlyList<int>>(ids))));
        Eventually(() => Assert.False(Button("Send by mail").HasAttribute("disabled")));

        Button("Send by mail").Click();

        Eventually(() => Assert.Contains("1 statement is on its way.", Words, StringComparison.Ordinal));
        Assert.Contains("No mail address, nothing sent: Kite Ltd", Words, StringComparison.Ordinal);
        Assert.Equal("cora@example.com", await App.ReadAsync(db => db.OutgoingMails.Select(mail => mail.Recipients).SingleAsync()));
    }

    private async Task<Organization> ClientAsync(string name, string? email, TestUser? owner = null)
    {
        var client = await App.OrganizationAsync(owner, name);
        await App.WriteAsync(async db =>
        {
            (await db.Organizations.AsTracking().SingleAsync(found => found.Id == client.Id)).AddContact(new Contact("Cora Clerk", email, null, "Billing"));
            return true;
        });
        await App.InvoiceAsync(client, 100);
        return client;
    }
}
