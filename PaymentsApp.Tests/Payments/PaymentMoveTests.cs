using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>From one invoice to another.</summary>
public sealed class PaymentMoveTests
{
    [Theory, BothDatabases]
    public async Task Part_of_an_allocation_is_moved_once_and_the_rest_stays(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (payment, allocation, other) = await AppliedAsync(desk);
        var move = new MoveAllocation(Guid.CreateVersion7(), allocation.Id, other.Id, Dollars(25), "Wrong invoice");

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.MoveAsync(move, default));
        Assert.IsType<CorrectionResult.AlreadyDone>(await desk.Payments.MoveAsync(move, default));

        Assert.Equal((8_500, 500), (await desk.OutstandingAsync(desk.Invoice), await desk.OutstandingAsync(other)));
        var balance = await desk.PaymentAsync(payment);
        Assert.Equal((4_000, 0), (balance.AllocatedMinor, balance.UnappliedMinor));
        var entry = await desk.LastAuditAsync();
        Assert.Equal(("Moved", 1_500), (entry.Action, Body(entry).GetProperty("stayedMinor").GetInt64()));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_moved_is_refused_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var (_, allocation, other) = await AppliedAsync(desk);
        var foreign = await desk.App.InvoiceAsync(await desk.App.OrganizationAsync());
        var euro = await desk.App.InvoiceAsync(desk.Client, currency: "EUR");
        var before = await desk.FactsAsync();
        MoveAllocation Move(int to, decimal dollars, string reason = "Wrong", Guid? of = null) =>
            new(Guid.CreateVersion7(), of ?? allocation.Id, to, Dollars(dollars), reason);

        foreach (var (command, expected) in new (MoveAllocation, Type)[]
        {
            (Move(other.Id, 1, reason: " "), typeof(PaymentProblem.ReasonMissing)),
            (Move(other.Id, 1, of: Guid.CreateVersion7()), typeof(PaymentProblem.NotFound)),
            (Move(999_999, 1), typeof(PaymentProblem.NotFound)),
            (Move(desk.Invoice.Id, 1), typeof(PaymentProblem.MovedToItself)),
            (Move(other.Id, 41), typeof(PaymentProblem.MovedMoreThanApplied)),
            (Move(other.Id, 31), typeof(PaymentProblem.MoreThanOutstanding)),
            (Move(other.Id, 0), typeof(PaymentProblem.ApplyNotPositive)),
            (Move(foreign.Id, 1), typeof(PaymentProblem.InvoiceOfAnotherOrganization)),
            (Move(euro.Id, 1), typeof(PaymentProblem.CurrencyMismatch)),
        })
        {
            var refused = Assert.IsType<CorrectionResult.Refused>(await desk.Payments.MoveAsync(command, default));
            Assert.IsType(expected, Assert.Single(refused.Problems));
        }

        Assert.Equal(before, await desk.FactsAsync());
    }

    // 40.00 on the first invoice; another one with 30.00 open.
    private static async Task<(Guid Payment, Allocation Allocation, Invoice Other)> AppliedAsync(PaymentDesk desk)
    {
        var other = await desk.App.InvoiceAsync(desk.Client, total: 30);
        var command = desk.Command();
        await desk.RegisterAsync(command);
        return (command.PaymentId, Assert.Single(await desk.AllocationsAsync(command.PaymentId)), other);
    }
}
