using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

public sealed class PaymentRegistrationTests
{
    [Theory, BothDatabases]
    public async Task Payment_over_three_invoices_lowers_what_is_open_on_each(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var second = await desk.App.InvoiceAsync(desk.Client, total: 50);
        var third = await desk.App.InvoiceAsync(desk.Client, total: 30);
        var command = desk.Command() with
        {
            Amount = Dollars(170),
            Allocations = [new(desk.Invoice.Id, Dollars(100)), new(second.Id, Dollars(50)), new(third.Id, Dollars(12.34m))],
        };

        await desk.RegisterAsync(command);

        Assert.Equal((0, 0, 1_766), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(second), await desk.OutstandingAsync(third)));
        Assert.Equal(766, (await desk.PaymentAsync(command.PaymentId)).UnappliedMinor);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Every_field_is_kept_as_typed_without_blanks_around(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with
        {
            Reference = "  Chk 0042 ",
            Memo = " ",
            CheckDatedOn = desk.App.Today.AddDays(-3),
            ReceivedOn = desk.App.Today.AddDays(-1),
            PaymentTypeId = 1,
        };

        var registered = await desk.RegisterAsync(command);

        var payment = await desk.PaymentAsync(command.PaymentId);
        Assert.Equal(("Chk 0042", null), (payment.Reference, payment.Memo));
        Assert.Equal((desk.App.Today.AddDays(-1), desk.App.Today.AddDays(-3)), (payment.ReceivedOn, payment.CheckDatedOn));
        Assert.Equal((desk.Client.Id, 1, registered.Number), (payment.PayerId, payment.PaymentTypeId, payment.Number));
        Assert.Equal((desk.Finance.Id, desk.App.Clock.Now, DateTimeKind.Utc), (payment.RecordedById, payment.RecordedAt, payment.RecordedAt.Kind));
        Assert.Equal(SearchText.Key("Chk 0042"), payment.ReferenceKey);
    }

    [Theory, BothDatabases]
    public async Task Bank_fee_is_a_fact_of_its_own_and_can_be_applied(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with
        {
            Amount = Dollars(85),
            BankFee = Dollars(15),
            Allocations = [new InvoiceShare(desk.Invoice.Id, Dollars(100))],
        };

        await desk.RegisterAsync(command);

        var fee = await desk.App.ReadAsync(db => db.Adjustments.AsNoTracking().SingleAsync());
        Assert.Equal((AdjustmentKind.BankFee, 1500L, command.PaymentId), (fee.Kind, fee.AmountMinor, fee.PaymentId));
        Assert.Equal(0, await desk.OutstandingAsync(desk.Invoice));
        Assert.Equal(0, (await desk.PaymentAsync(command.PaymentId)).UnappliedMinor);
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Same_payment_sent_twice_is_registered_once_also_after_corrections(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command();

        var first = await desk.RegisterAsync(command);
        var again = await desk.Payments.RegisterAsync(command with { Memo = " Thanks " }, default);
        var allocation = Assert.Single(await desk.AllocationsAsync(command.PaymentId));
        Assert.IsType<CorrectionResult.Done>(
            await desk.Payments.UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), allocation.Id, "Wrong invoice"), default));
        var late = await desk.PaymentsOf(desk.Rep).RegisterAsync(command, default);

        var already = new RegisterPaymentResult.AlreadyRegistered(command.PaymentId, first.Number);
        Assert.Equal((already, already), (again, late));
        Assert.Single(await desk.AllocationsAsync(command.PaymentId));
    }

    [Theory, BothDatabases]
    public async Task Numbers_have_no_gap_whatever_is_refused_in_between(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var numbers = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            numbers.Add((await desk.RegisterAsync(desk.Command() with { Amount = Dollars(1), Allocations = [] })).Number);
            await desk.Payments.RegisterAsync(desk.Command() with { Amount = Dollars(0) }, default);
            await desk.Payments.RegisterAsync(desk.Command() with { Allocations = [new InvoiceShare(desk.Invoice.Id, Dollars(9_999))] }, default);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6], numbers);
    }

    [Theory, BothDatabases]
    public async Task Several_in_one_transaction_are_accepted_or_refused_one_by_one(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var sixty = desk.Command() with { Amount = Dollars(60), Allocations = [new InvoiceShare(desk.Invoice.Id, Dollars(60))] };
        var again = sixty with { PaymentId = Guid.CreateVersion7() };

        var results = await desk.Payments.RegisterManyAsync([sixty, again, sixty, desk.Command()], default);

        Assert.Equal(
            ["Registered", "Refused", "AlreadyRegistered", "Registered"], results.Select(result => result.GetType().Name));
        Assert.Equal(0, await desk.OutstandingAsync(desk.Invoice));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Audit_log_says_who_registered_what(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with { BankFee = Dollars(2) };

        var registered = await desk.RegisterAsync(command);

        var entry = await desk.LastAuditAsync();
        Assert.Equal(("Registered", "Payment", command.PaymentId.ToString()), (entry.Action, entry.Entity, entry.EntityId));
        Assert.Equal((desk.Finance.Id, desk.App.Clock.Now, desk.Client.Id), (entry.ActorId, entry.At, entry.OrganizationId));
        var body = Body(entry);
        Assert.Equal(registered.Number, body.GetProperty("number").GetInt64());
        Assert.Equal((4_000, 200, "USD"), (body.GetProperty("amountMinor").GetInt64(), body.GetProperty("bankFeeMinor").GetInt64(), body.GetProperty("currency").GetString()));
        Assert.Equal("REF 77", body.GetProperty("reference").GetString());
        var share = Assert.Single(body.GetProperty("allocations").EnumerateArray());
        Assert.Equal((desk.Invoice.Id, 4_000), (share.GetProperty("invoiceId").GetInt32(), share.GetProperty("amountMinor").GetInt64()));
        Assert.DoesNotContain("Harbor Books", entry.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Screens_hear_of_it_after_the_commit_and_only_ids(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command();
        var heard = new TaskCompletionSource<(PaymentChange Change, bool IsThere)>();
        using var subscription = desk.App.Services.GetRequiredService<PaymentFeed>().Subscribe(async changes =>
        {
            // Read through a connection of its own: what is not committed is not there.
            var isThere = await desk.App.ReadAsync(db => db.Payments.AnyAsync(payment => payment.Id == command.PaymentId));
            heard.TrySetResult((Assert.Single(changes), isThere));
        });

        await desk.Payments.RegisterAsync(desk.Command() with { Amount = Dollars(0) }, default); // refused: nothing to tell
        await desk.RegisterAsync(command);
        await desk.Payments.RegisterAsync(command, default); // already registered: nothing new to tell

        var (change, isThere) = await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(isThere);
        Assert.Equal((PaymentChangeKind.Registered, command.PaymentId), (change.Kind, change.PaymentId));
        Assert.Equal([desk.Client.Id], change.OrganizationIds);
        Assert.Equal([desk.Invoice.Id], change.InvoiceIds);
    }

    [Theory, BothDatabases]
    public async Task Changed_right_counts_from_the_next_command_on(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var payments = desk.PaymentsOf(desk.Rep);
        Assert.IsType<RegisterPaymentResult.Registered>(await payments.RegisterAsync(desk.Command(), default));

        await desk.App.WriteAsync(db => db.UserRoles.Where(role => role.UserId == desk.Rep.Id).ExecuteDeleteAsync());

        var refused = Assert.IsType<RegisterPaymentResult.Refused>(await payments.RegisterAsync(desk.Command(), default));
        Assert.Equal([new PaymentProblem.NotAllowed()], refused.Problems);
    }
}
