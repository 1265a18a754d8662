using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.BankDesk;
using PaymentsApp.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.BankDesk;

/// <summary>The Bank tab as a clerk sees it: files, and the review list worked through by keys.</summary>
public sealed class BankReviewScreenTests : ScreenTest
{
    private const string List = "Need you";

    [Fact, UseCulture("en-US")]
    public async Task A_line_shows_what_was_recognised_and_why_and_Enter_accepts_what_is_shown()
    {
        var statementId = await StatementAsync();
        Show<BankReviewScreen>(Finance, ("StatementId", statementId));
        Eventually(() => Assert.Equal(2, Rows(List).Count));

        Row(List, "Harbor Books").SelectRow();

        Eventually(() => Assert.Contains("The amount is what is open, to the last cent.", Words, StringComparison.Ordinal));
        Assert.Equal("INV-204417", Screen.Find("mark").TextContent);
        Row(List, "Harbor Books").OpenRow();
        Eventually(() => Assert.DoesNotContain(Rows(List), row => row.Contains("Harbor Books", StringComparison.Ordinal)));
        Assert.Equal(1_250_75L, (await PaymentAsync()).AllocatedMinor);
    }

    [Fact, UseCulture("en-US")]
    public async Task Enter_on_a_line_that_is_not_shown_yet_decides_nothing()
    {
        Show<BankReviewScreen>(Finance, ("StatementId", await StatementAsync()));
        Eventually(() => Assert.Equal(2, Rows(List).Count));

        await Row(List, "Harbor Books").TriggerEventAsync("onrowopen", new RowEventArgs { Key = Row(List, "Harbor Books").GetAttribute("data-key")! });

        Assert.Equal(0, await App.ReadAsync(db => db.Payments.CountAsync()));
        Assert.Equal(2, Rows(List).Count);
    }

    [Fact, UseCulture("en-US")]
    public async Task Keys_mark_leave_and_undo()
    {
        var statementId = await StatementAsync();
        Show<BankReviewScreen>(Finance, ("StatementId", statementId));
        Eventually(() => Assert.Equal(2, Rows(List).Count));
        Choose("Somebody Else");

        await PressAsync("N");
        Eventually(() => Assert.Single(Rows(List)));
        Assert.Contains("Not receipts 1", Words, StringComparison.Ordinal);
        await PressAsync("U");
        Eventually(() => Assert.Equal(2, Rows(List).Count));
        Choose("Somebody Else");
        await PressAsync("L");

        Eventually(() => Assert.Contains("Left 1", Words, StringComparison.Ordinal));
        Assert.Contains(await StatesAsync(statementId), state => state == BankLineState.Left);
    }

    [Fact, UseCulture("en-US")]
    public async Task E_opens_the_payment_window_filled_with_the_proposal()
    {
        Show<BankReviewScreen>(Finance, ("StatementId", await StatementAsync()));
        Eventually(() => Assert.Equal(2, Rows(List).Count));
        Choose("Harbor Books");

        _ = PressAsync("E");

        Eventually(() => Assert.Equal("Harbor Books", Box("Payer").GetAttribute("value")));
        Assert.Equal("1,250.75", Box("Amount").GetAttribute("value"));
        Assert.Contains("INV-204417", Box("Memo").GetAttribute("value") ?? Box("Memo").TextContent, StringComparison.Ordinal);
    }

    [Fact, UseCulture("en-US")]
    public async Task A_claim_reloads_no_list_of_invoices()
    {
        var statementId = await StatementAsync();
        var line = await App.ReadAsync(db => db.BankLines.FirstAsync(found => found.StatementId == statementId));
        var feed = App.Services.GetRequiredService<PaymentFeed>();
        Show<PaymentsApp.Collection.RegisterPaymentsTab>(Finance);
        Eventually(() => Assert.Single(Rows("Open invoices")));
        var (rendered, published) = (Screen.RenderCount, feed.Published);

        await App.Get<BankReview>().ClaimAsync(line.Id, default);
        await App.Get<BankReview>().ClaimAsync(line.Id, default);

        Assert.Equal(published + 1, feed.Published); // to hold on to it is no news
        Assert.False(new Screened().Hears(new PaymentChange(PaymentChangeKind.BankLinesChanged, null, [], [])));
        Assert.Equal(rendered, Screen.RenderCount);
    }

    [Fact, UseCulture("en-US")]
    public async Task What_a_colleague_holds_is_named_and_what_a_colleague_decides_goes_from_the_list()
    {
        var statementId = await StatementAsync();
        var colleague = await App.FinanceAsync("Colin Colleague");
        Show<BankReviewScreen>(Finance, ("StatementId", statementId));
        Eventually(() => Assert.Equal(2, Rows(List).Count));
        var line = await App.ReadAsync(db => db.BankLines.SingleAsync(found => found.StatementId == statementId && found.State == BankLineState.Proposed));
        var theirs = App.For(colleague).GetRequiredService<BankReview>();

        await theirs.ClaimAsync(line.Id, default);
        Eventually(() => Assert.Contains("Colin Colleague", Rows(List)[0], StringComparison.Ordinal));
        await theirs.AcceptAsync(line.Id, 0, [], default);

        Eventually(() => Assert.Single(Rows(List)));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_dropped_file_shows_what_became_of_it_and_the_same_again_adds_nothing()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Books"), 1_250.75m, number: "INV-204417");
        var bytes = new CamtFile().Entry(1_250.75m, "Harbor Books", "INV-204417").Entry(-40, "City Power", "March").Bytes();
        Show<BankFiles>(Finance);
        Eventually(() => Assert.Contains("No bank file yet", Words, StringComparison.Ordinal));

        Screen.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, "march.xml"));

        Eventually(() => Assert.Contains("1 Applied unasked 1,250.75", Words, StringComparison.Ordinal));
        Assert.Contains("Adds up", Words, StringComparison.Ordinal);
        Assert.Contains("2 In the file 1,210.75", Words, StringComparison.Ordinal);
        Screen.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, "again.xml"));
        var toasts = Screen.FindComponent<BankFiles>().Services.GetRequiredService<Toasts>();
        Eventually(() => Assert.Contains(toasts.Shown, toast => toast.Text.StartsWith("again.xml was already imported by Fiona Finance", StringComparison.Ordinal)));
        Assert.Equal(1, await App.ReadAsync(db => db.BankFiles.CountAsync()));
    }

    private sealed class Screened : LiveComponent
    {
        public bool Hears(PaymentChange change) => Concerns(change);

        protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => Task.CompletedTask;
    }

    // One line that is proposed and one that nothing fits, in a statement that does not add up.
    private async Task<Guid> StatementAsync()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Books"), 1_250.75m, number: "INV-204417");
        var bytes = new CamtFile().Entry(1_250.75m, "Harbor Books", "Invoice INV-204417").Entry(19.99m, "Somebody Else", "thank you").Bytes(missing: 1);
        await App.Get<BankImport>().ImportAsync("bank.xml", bytes, new Dictionary<string, string>(), new Progress<BankImportProgress>(), default);
        return await App.ReadAsync(db => db.BankStatements.Select(statement => statement.Id).SingleAsync());
    }

    private void Choose(string payer)
    {
        Row(List, payer).SelectRow();
        Eventually(() => Assert.Equal(Row(List, payer).GetAttribute("data-key"), Screen.Find("section.panel").GetAttribute("data-line")));
    }

    private Task<Payment> PaymentAsync() => App.ReadAsync(db => db.Payments.SingleAsync());

    private Task<List<BankLineState>> StatesAsync(Guid statementId) =>
        App.ReadAsync(db => db.BankLines.Where(line => line.StatementId == statementId).Select(line => line.State).ToListAsync());
}
