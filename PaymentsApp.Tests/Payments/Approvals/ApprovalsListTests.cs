using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Approvals;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Approvals;

public sealed class ApprovalsListTests : ScreenTest
{
    private Invoice _invoice = default!;

    [Fact, UseCulture("en-US")]
    public async Task Colleague_approves_and_the_list_is_empty()
    {
        var asks = await AskAsync(60);
        Show<ApprovalsList>(Finance);
        Eventually(() => Assert.Contains("Write-off", Rows("Waiting for approval")[0], StringComparison.Ordinal));

        Assert.Contains($"60.00 USD Harbor Books INV-1 {asks.DisplayName}", Rows("Waiting for approval")[0], StringComparison.Ordinal);
        Button("Approve Write-off").Click();

        Eventually(() => Assert.Contains("Nothing waits for approval", Words, StringComparison.Ordinal));
        Assert.Equal(40_00, await OutstandingAsync());
    }

    [Fact, UseCulture("en-US")]
    public async Task Rejecting_asks_for_a_word_and_changes_nothing()
    {
        await AskAsync(60);
        Show<ApprovalsList>(Finance);
        Eventually(() => Assert.True(HasButton("Reject Write-off")));
        Button("Reject Write-off").Click();
        Eventually(() => Assert.Contains("Your note is kept with the request", Words, StringComparison.Ordinal));
        Box("Reason").Input("Ask the client first");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Nothing waits for approval", Words, StringComparison.Ordinal));
        Assert.Equal(100_00, await OutstandingAsync());
        Assert.Equal("Ask the client first", (await App.ReadAsync(db => db.ApprovalRequests.SingleAsync())).DecisionNote);
    }

    [Fact]
    public async Task Own_request_can_only_be_withdrawn_and_a_new_one_appears_by_itself()
    {
        _invoice = await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Books"), number: "INV-1");
        Show<ApprovalsList>(Finance);
        Eventually(() => Assert.Contains("Nothing waits for approval", Words, StringComparison.Ordinal));

        Assert.IsType<CorrectionResult.AwaitsApproval>(await App.For(Finance).GetRequiredService<PaymentService>().AdjustAsync(WriteOff(60), default));

        Eventually(() => Assert.True(HasButton("Withdraw Write-off")));
        Assert.False(HasButton("Approve"));
        Button("Withdraw Write-off").Click();
        Eventually(() => Assert.Contains("Nothing waits for approval", Words, StringComparison.Ordinal));
    }

    private async Task<TestUser> AskAsync(decimal dollars)
    {
        _invoice = await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Books"), number: "INV-1");
        var asks = await App.FinanceAsync("Anna Asks");
        Assert.IsType<CorrectionResult.AwaitsApproval>(await App.For(asks).GetRequiredService<PaymentService>().AdjustAsync(WriteOff(dollars), default));
        return asks;
    }

    private AdjustInvoice WriteOff(decimal dollars) => new(
        new InvoiceAdjustment(Guid.CreateVersion7(), _invoice.Id, AdjustmentKind.WriteOff, PaymentDesk.Dollars(dollars), "Uncollectible", null), App.Today);

    private Task<long> OutstandingAsync() => App.ReadAsync(db => db.Invoices.Where(i => i.Id == _invoice.Id).Select(i => i.OutstandingMinor).SingleAsync());
}
