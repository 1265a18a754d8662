using Microsoft.EntityFrameworkCore;
using PaymentsApp.BankDesk;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.BankDesk;

/// <summary>What people decide about lines, alone and two at once.</summary>
public sealed class BankReviewTests
{
    [Theory, BothDatabases]
    public async Task Two_clerks_accept_the_same_line_and_there_is_one_payment(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var (line, invoice) = await ProposedAsync(desk);

        var results = await Task.WhenAll(
            desk.ReviewOf(desk.Clerk).AcceptAsync(line.Id, 0, [], default), desk.ReviewOf(desk.Colleague).AcceptAsync(line.Id, 0, [], default));

        Assert.Single(results.OfType<BankReviewResult.Done>());
        Assert.Single(results.OfType<BankReviewResult.Refused>());
        Assert.Equal((1, 0L), (await desk.PaymentsAsync(), await desk.OpenOfAsync(invoice)));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_line_somebody_looks_at_is_theirs_for_a_minute_and_nobody_waits(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var (line, _) = await ProposedAsync(desk);

        Assert.Null(await desk.ReviewOf(desk.Clerk).ClaimAsync(line.Id, default));
        Assert.Equal("Clara Clerk", await desk.ReviewOf(desk.Colleague).ClaimAsync(line.Id, default));
        var refused = Assert.IsType<BankReviewResult.Refused>(await desk.ReviewOf(desk.Colleague).AcceptAsync(line.Id, 0, [], default));
        Assert.StartsWith("Clara Clerk is working on this line", refused.Reason, StringComparison.Ordinal);
        desk.App.Time.Advance(KeptBankLine.ClaimFor + TimeSpan.FromSeconds(1));
        Assert.Null(await desk.ReviewOf(desk.Colleague).ClaimAsync(line.Id, default));
        desk.App.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.IsType<BankReviewResult.Done>(await desk.ReviewOf(desk.Colleague).AcceptAsync(line.Id, 0, [], default));

        Assert.Equal(4_000, (await LineAsync(desk, line.Id)).ReviewMilliseconds);
        Assert.Equal(TimeSpan.FromSeconds(4), (await desk.Queries.FiguresAsync(default)).MedianReview);
    }

    [Theory, BothDatabases]
    public async Task Undo_reverses_what_was_applied_unasked_and_leaves_what_people_touched(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var first = await desk.InvoiceAsync(desk.Harbor, 1_250.75m, "INV-204417");
        var second = await desk.InvoiceAsync(desk.Lark, 931.20m, "INV-904182");
        var fileId = await desk.ImportAsync(new CamtFile()
            .Entry(1_250.75m, "Harbor Books", "INV-204417").Entry(931.20m, "Lark Hotels", "INV-904182").Bytes());
        Assert.Equal([BankLineState.Applied, BankLineState.Applied], await desk.StatesAsync(fileId));
        var allocation = await desk.App.ReadAsync(db => db.Allocations.SingleAsync(found => found.InvoiceId == second.Id));
        await desk.App.Get<PaymentService>().UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), allocation.Id, "Meant for another invoice"), default);

        var undone = await desk.Review.UndoFileAsync(fileId, new Progress<BankImportProgress>(), default);

        Assert.Equal(1, undone.Count);
        Assert.Contains("was changed after the match", Assert.Single(undone.Kept), StringComparison.Ordinal);
        Assert.Equal([BankLineState.Undone, BankLineState.Applied], await desk.StatesAsync(fileId));
        Assert.Equal(1_250_75L, await desk.OpenOfAsync(first));
        Assert.Equal(1, (await desk.Queries.FiguresAsync(default)).UndoneLines);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task What_was_undone_can_be_accepted_again(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var (line, invoice) = await ProposedAsync(desk);
        await desk.Review.AcceptAsync(line.Id, 0, [], default);

        Assert.IsType<BankReviewResult.Done>(await desk.Review.UndoAsync(line.Id, default));
        Assert.Equal(1_250_75L, await desk.OpenOfAsync(invoice));
        Assert.IsType<BankReviewResult.Done>(await desk.Review.AcceptAsync(line.Id, 0, [], default));

        Assert.Equal((2, 0L), (await desk.PaymentsAsync(), await desk.OpenOfAsync(invoice)));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_name_that_was_confirmed_twice_is_known_and_one_contradiction_forgets_it(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var (first, _) = await ProposedAsync(desk, payer: "HB Holding LLC");
        await desk.Review.AcceptAsync(first.Id, 0, [], default);
        var (second, _) = await ProposedAsync(desk, payer: "HB Holding LLC", number: "INV-731946", dollars: 88.30m);
        await desk.Review.AcceptAsync(second.Id, 0, [], default);

        var alias = await desk.App.ReadAsync(db => db.BankAliases.SingleAsync());
        Assert.Equal((desk.Harbor.Id, 2), (alias.OrganizationId, alias.Confirmed));
        await desk.Review.UndoAsync(second.Id, default);

        Assert.Equal(0, (await desk.App.ReadAsync(db => db.BankAliases.SingleAsync())).Confirmed);
    }

    [Theory, BothDatabases]
    public async Task Not_a_receipt_and_left_are_decisions_that_can_be_taken_back(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var (line, _) = await ProposedAsync(desk);

        await desk.Review.MarkNotReceiptAsync(line.Id, default);
        Assert.Equal(BankLineState.NotReceipt, (await LineAsync(desk, line.Id)).State);
        Assert.IsType<BankReviewResult.Refused>(await desk.Review.AcceptAsync(line.Id, 0, [], default));
        await desk.Review.UndoAsync(line.Id, default);
        Assert.Equal(BankLineState.Proposed, (await LineAsync(desk, line.Id)).State);
        await desk.Review.LeaveAsync(line.Id, default);

        Assert.Equal(BankLineState.Left, (await LineAsync(desk, line.Id)).State);
        Assert.Equal(0, await desk.PaymentsAsync());
    }

    [Theory, BothDatabases]
    public async Task What_the_window_registered_settles_the_line_even_after_a_lost_connection(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var (line, _) = await ProposedAsync(desk);
        var window = await desk.Review.WindowAsync(line.Id, 0, default);
        var command = window!.Content.ToCommand(window.PaymentId)!;
        Assert.IsType<RegisterPaymentResult.Registered>(await desk.App.Get<PaymentService>().RegisterAsync(command, default));

        Assert.Equal(1, await desk.Review.SettleRegisteredAsync(line.StatementId, default));

        Assert.Equal(BankLineState.Taken, (await LineAsync(desk, line.Id)).State);
        Assert.IsType<BankReviewResult.Refused>(await desk.Review.AcceptAsync(line.Id, 0, [], default));
        Assert.Equal(1, await desk.PaymentsAsync());
    }

    [Theory, BothDatabases]
    public async Task A_returned_item_finds_its_payment_and_the_return_is_recorded(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var invoice = await desk.InvoiceAsync(desk.Harbor, 1_250.75m, "INV-204417");
        await desk.ImportAsync(new CamtFile("A").Entry(1_250.75m, "Harbor Books", "INV-204417", endToEndId: "E2E-774411").Bytes());
        Assert.Equal(0, await desk.OpenOfAsync(invoice));

        var fileId = await desk.ImportAsync(new CamtFile("B").Entry(-1_250.75m, "Harbor Books", "Return", endToEndId: "E2E-774411", isReturn: true).Bytes());
        var line = (await desk.LinesAsync(fileId)).Single();
        var view = await desk.Queries.LineAsync(line.Id, default);

        Assert.True(Assert.Single(view!.Decision!.Returns).IsCertain);
        Assert.IsType<BankReviewResult.Done>(await desk.Review.AcceptAsync(line.Id, 0, [], default));
        Assert.Equal(1_250_75L, await desk.OpenOfAsync(invoice));
        Assert.Equal(BankLineState.Returned, (await LineAsync(desk, line.Id)).State);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_return_that_a_colleague_marked_as_no_receipt_is_not_recorded_from_a_stale_screen(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var invoice = await desk.InvoiceAsync(desk.Harbor, 1_250.75m, "INV-204417");
        await desk.ImportAsync(new CamtFile("A").Entry(1_250.75m, "Harbor Books", "INV-204417", endToEndId: "E2E-774411").Bytes());
        var fileId = await desk.ImportAsync(new CamtFile("B").Entry(-1_250.75m, "Harbor Books", "Return", endToEndId: "E2E-774411", isReturn: true).Bytes());
        var line = (await desk.LinesAsync(fileId)).Single();

        Assert.IsType<BankReviewResult.Done>(await desk.ReviewOf(desk.Colleague).MarkNotReceiptAsync(line.Id, default));
        var refused = await desk.Review.AcceptAsync(line.Id, 0, [], default);

        Assert.Contains("decided meanwhile", Assert.IsType<BankReviewResult.Refused>(refused).Reason, StringComparison.Ordinal);
        Assert.Equal((0L, BankLineState.NotReceipt), (await desk.OpenOfAsync(invoice), (await LineAsync(desk, line.Id)).State));
    }

    [Theory, BothDatabases]
    public async Task Money_that_was_corrected_on_its_own_page_is_not_booked_twice_by_undoing_the_line(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var (line, _) = await ProposedAsync(desk);
        await desk.Review.AcceptAsync(line.Id, 0, [], default);
        var wrong = await desk.App.ReadAsync(db => db.Payments.SingleAsync());
        var right = new RegisterPayment(Guid.CreateVersion7(), desk.Lark.Id, wrong.Amount, Money.Zero("USD"), wrong.ReceivedOn, wrong.PaymentTypeId, null, null, null, []);
        Assert.IsType<CorrectionResult.Done>(await desk.App.Get<PaymentService>().CorrectAsync(new CorrectPayment(wrong.Id, right, "Of another client"), default));

        var refused = Assert.IsType<BankReviewResult.Refused>(await desk.Review.UndoAsync(line.Id, default));

        Assert.Contains("was changed after the match", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(BankLineState.Accepted, (await LineAsync(desk, line.Id)).State);
    }

    [Theory, BothDatabases]
    public async Task Money_of_a_line_that_may_be_an_earlier_one_is_asked_about(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        await desk.InvoiceAsync(desk.Harbor, 88.30m, "INV-204417");
        await desk.InvoiceAsync(desk.Harbor, 99.40m, "INV-904182");
        await desk.ImportAsync(new CamtFile("A").Entry(88.30m, "Harbor Books", "Invoice INV-204417", bankId: "X1").Bytes());
        var fileId = await desk.ImportAsync(new CamtFile("B").Entry(99.40m, "Harbor Books", "Invoice INV-904182", bankId: "X1").Bytes());
        var line = (await desk.LinesAsync(fileId)).Single();

        Assert.NotNull(line.EarlierLineId);
        Assert.IsType<BankReviewResult.Asks>(await desk.Review.AcceptAsync(line.Id, 0, [], default));
        Assert.Equal(1, await desk.PaymentsAsync());
    }

    [Theory, BothDatabases]
    public async Task A_window_payment_of_another_amount_does_not_settle_the_line_and_a_reversed_one_leaves_it_open(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var (line, invoice) = await ProposedAsync(desk);
        var window = (await desk.Review.WindowAsync(line.Id, 0, default))!;
        var less = window.Content.ToCommand(window.PaymentId)! with { Amount = new Money(5_00, "USD"), Allocations = [] };
        Assert.IsType<RegisterPaymentResult.Registered>(await desk.App.Get<PaymentService>().RegisterAsync(less, default));

        Assert.Contains("the line stays open", Assert.IsType<BankReviewResult.Refused>(await desk.Review.TakeAsync(line.Id, default)).Reason, StringComparison.Ordinal);
        await desk.App.Get<PaymentService>().ReverseAsync(new ReversePayment(Guid.CreateVersion7(), window.PaymentId, desk.App.Today, "Wrong amount"), default);
        await desk.Review.SettleRegisteredAsync(line.StatementId, default);

        Assert.Equal(BankLineState.Proposed, (await LineAsync(desk, line.Id)).State);
        Assert.IsType<BankReviewResult.Done>(await desk.Review.AcceptAsync(line.Id, 0, [], default));
        Assert.Equal(0L, await desk.OpenOfAsync(invoice));
    }

    // Never unasked, since the statement does not add up.
    private static async Task<(KeptBankLine Line, Invoice Invoice)> ProposedAsync(
        BankTestDesk desk, string payer = "Harbor Books", string number = "INV-204417", decimal dollars = 1_250.75m)
    {
        var invoice = await desk.InvoiceAsync(desk.Harbor, dollars, number);
        var fileId = await desk.ImportAsync(new CamtFile(number).Entry(dollars, payer, $"Invoice {number}").Bytes(missing: 1));
        return ((await desk.LinesAsync(fileId)).Single(), invoice);
    }

    private static Task<KeptBankLine> LineAsync(BankTestDesk desk, Guid id) => desk.App.ReadAsync(db => db.BankLines.SingleAsync(line => line.Id == id));
}
