using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Deposits;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Deposits;

/// <summary>Checks and cash that are brought to the bank together.</summary>
public sealed class DepositServiceTests
{
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    [Theory, BothDatabases]
    public async Task Checks_and_cash_are_deposited_once_and_the_slip_has_the_total(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var deposits = desk.App.Get<DepositService>();
        var account = await AccountAsync(desk);
        var check = await RegisteredAsync(desk, typeId: 1, "4471", 40);
        var cash = await RegisteredAsync(desk, typeId: 5, null, 10);
        await RegisteredAsync(desk, typeId: 3, "WIRE", 20); // arrives at the bank by itself
        Assert.Equal([check, cash], (await deposits.ToDepositAsync("USD", default)).Select(payment => payment.Id));
        var make = new MakeDeposit(Guid.CreateVersion7(), account.Id, desk.App.Today, [check, cash]);

        Assert.Null(await deposits.MakeAsync(make, default));
        Assert.Null(await deposits.MakeAsync(make, default)); // the answer was lost

        Assert.Empty(await deposits.ToDepositAsync("USD", default));
        Assert.NotNull(await deposits.MakeAsync(make with { DepositId = Guid.CreateVersion7() }, default));
        var made = Assert.Single(await deposits.ListAsync(default));
        Assert.Equal(("Main account ••6789", PaymentDesk.Dollars(50), 2, false), (made.Account, made.Total, made.Count, made.IsClosed));
        var slip = await deposits.SlipAsync(make.DepositId, American, default);
        var text = (await PdfReader.TextOfAsync(slip!.Bytes)).Replace('\u00A0', ' ');
        foreach (var words in (string[])["50.00 USD", "Main account ••6789", "Harbor Books", "4471", "40.00 USD", "10.00 USD"])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_payment_is_taken_out_of_an_open_deposit_and_put_into_another(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var deposits = desk.App.Get<DepositService>();
        var account = await AccountAsync(desk);
        Guid[] ids = [await RegisteredAsync(desk, 1, "1", 10), await RegisteredAsync(desk, 1, "2", 20)];
        var make = new MakeDeposit(Guid.CreateVersion7(), account.Id, desk.App.Today, ids);
        await deposits.MakeAsync(make, default);

        Assert.Null(await deposits.TakeOutAsync(make.DepositId, ids[0], default));
        Assert.Null(await deposits.TakeOutAsync(make.DepositId, ids[0], default)); // the answer was lost
        Assert.Equal("TakenOut", (await desk.LastAuditAsync()).Action);
        Assert.Null(await deposits.MakeAsync(new MakeDeposit(Guid.CreateVersion7(), account.Id, desk.App.Today, [ids[0]]), default));
        Assert.Null(await deposits.CloseAsync(make.DepositId, default));

        Assert.NotNull(await deposits.TakeOutAsync(make.DepositId, ids[1], default)); // it is at the bank
        var made = (await deposits.ListAsync(default)).ToDictionary(deposit => deposit.Id == make.DepositId, deposit => deposit.Total);
        Assert.Equal((PaymentDesk.Dollars(20), PaymentDesk.Dollars(10)), (made[true], made[false]));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_payment_in_a_closed_deposit_is_only_taken_back_by_who_names_the_deposit(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var deposits = desk.App.Get<DepositService>();
        var account = await AccountAsync(desk);
        Guid[] ids = [await RegisteredAsync(desk, 1, "1", 10), await RegisteredAsync(desk, 1, "2", 20), await RegisteredAsync(desk, 1, "3", 30)];
        var make = new MakeDeposit(Guid.CreateVersion7(), account.Id, desk.App.Today, ids);
        await deposits.MakeAsync(make, default);
        var reverse = new ReversePayment(Guid.CreateVersion7(), ids[0], desk.App.Today, "Typed twice");
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(reverse, default)); // open: the bank does not have it yet
        Assert.Null(await deposits.CloseAsync(make.DepositId, default));
        Assert.Null(await deposits.CloseAsync(make.DepositId, default));
        Assert.Equal((PaymentDesk.Dollars(50), true), (await deposits.ListAsync(default)).Select(deposit => (deposit.Total, deposit.IsClosed)).Single());
        Assert.NotNull(await deposits.MakeAsync(make with { PaymentIds = [await RegisteredAsync(desk, 1, "4", 5)] }, default));

        var again = reverse with { ReversalId = Guid.CreateVersion7(), PaymentId = ids[1] };
        var bounced = new ReturnPayment(Guid.CreateVersion7(), ids[2], desk.App.Today, "A", PaymentDesk.Dollars(0), ChargesPayer: false, null);
        var correct = new CorrectPayment(ids[1], desk.Command() with { PaymentTypeId = 1, Allocations = [] }, "Wrong amount");
        foreach (var result in (CorrectionResult[])
            [await desk.Payments.ReverseAsync(again, default), await desk.Payments.ReturnAsync(bounced, default), await desk.Payments.CorrectAsync(correct, default)])
        {
            Assert.Equal(make.DepositId, Assert.IsType<PaymentProblem.InClosedDeposit>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(result).Problems)).DepositId);
        }

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReverseAsync(again with { ConfirmedDepositId = make.DepositId }, default));
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.ReturnAsync(bounced with { ConfirmedDepositId = make.DepositId }, default));
        Assert.Equal(PaymentDesk.Dollars(50), (await deposits.ListAsync(default)).Single().Total); // what the bank got stays what it was
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task A_corrected_check_stays_in_its_deposit_and_is_not_brought_to_the_bank_again(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var deposits = desk.App.Get<DepositService>();
        var wrong = await RegisteredAsync(desk, 1, "4471", 40);
        var make = new MakeDeposit(Guid.CreateVersion7(), (await AccountAsync(desk)).Id, desk.App.Today, [wrong]);
        Assert.Null(await deposits.MakeAsync(make, default));
        CorrectPayment Correct(Guid id, int typeId, int dollars) => new(
            id, desk.Command() with { PaymentTypeId = typeId, Reference = "4471", Amount = PaymentDesk.Dollars(dollars), Allocations = [] }, "Read badly");

        var open = Correct(wrong, 1, 41);
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(open, default)); // the bank does not have it yet
        Assert.Empty(await deposits.ToDepositAsync("USD", default));
        Assert.Equal((PaymentDesk.Dollars(41), 1), (await deposits.ListAsync(default)).Select(deposit => (deposit.Total, deposit.Count)).Single());

        Assert.Null(await deposits.CloseAsync(make.DepositId, default));
        var closed = Correct(open.Right.PaymentId, 1, 14);
        Assert.IsType<PaymentProblem.InClosedDeposit>(Assert.Single(Assert.IsType<CorrectionResult.Refused>(await desk.Payments.CorrectAsync(closed, default)).Problems));
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(closed with { ConfirmedDepositId = make.DepositId }, default));
        Assert.Empty(await deposits.ToDepositAsync("USD", default));
        Assert.NotNull(await deposits.MakeAsync(make with { DepositId = Guid.CreateVersion7(), PaymentIds = [closed.Right.PaymentId] }, default));
        Assert.Equal((PaymentDesk.Dollars(41), 1), (await deposits.ListAsync(default)).Select(deposit => (deposit.Total, deposit.Count)).Single());

        var wire = Correct(closed.Right.PaymentId, 3, 14); // it was no check: it is in no deposit
        Assert.IsType<CorrectionResult.Done>(await desk.Payments.CorrectAsync(wire with { ConfirmedDepositId = make.DepositId }, default));
        Assert.Equal(3, await desk.App.ReadAsync(db => db.DepositItems.CountAsync()));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Two_people_do_not_deposit_the_same_check(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var account = await AccountAsync(desk);
        var check = await RegisteredAsync(desk, 1, "4471", 40);
        TestUser[] people = [desk.Finance, await desk.App.FinanceAsync("Fay Finance")];

        var answers = await Task.WhenAll(people.Select(person => Task.Run(() => desk.App.For(person).GetRequiredService<DepositService>()
            .MakeAsync(new MakeDeposit(Guid.CreateVersion7(), account.Id, desk.App.Today, [check]), default))));

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(1, await desk.App.ReadAsync(db => db.DepositItems.CountAsync()));
    }

    private static Task<BankAccount> AccountAsync(PaymentDesk desk) => desk.App.WriteAsync(db =>
    {
        var account = new BankAccount("Main account", "6789", "USD");
        db.BankAccounts.Add(account);
        return Task.FromResult(account);
    });

    private static async Task<Guid> RegisteredAsync(PaymentDesk desk, int typeId, string? reference, int dollars) =>
        (await desk.RegisterAsync(desk.Command() with
        {
            PaymentTypeId = typeId,
            Reference = reference,
            Amount = PaymentDesk.Dollars(dollars),
            Allocations = [],
        })).PaymentId;
}
