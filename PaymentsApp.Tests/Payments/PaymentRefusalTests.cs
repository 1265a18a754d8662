using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Payments.PaymentDesk;

namespace PaymentsApp.Tests.Payments;

/// <summary>What a registration is refused for, and that a refusal leaves no trace.</summary>
public sealed class PaymentRefusalTests
{
    // A Visa test number; Luhn holds.
    private const string CardNumber = "4111 1111 1111 1111";

    // Refused by other commands or for other reasons, tested elsewhere.
    private static readonly Type[] NotOfRegistering =
    [
        typeof(PaymentProblem.ReasonMissing), typeof(PaymentProblem.PaymentIsReversed),
        typeof(PaymentProblem.PeriodClosed), typeof(PaymentProblem.InClosedDeposit), typeof(PaymentProblem.BankLineTaken), typeof(PaymentProblem.BankPaymentTouched), typeof(PaymentProblem.BankAmountDiffers), typeof(PaymentProblem.PaymentIsRefunded), typeof(PaymentProblem.AlreadyReplaced),
        typeof(PaymentProblem.ReplacedIsNotReversed), typeof(PaymentProblem.MovedToItself), typeof(PaymentProblem.MovedMoreThanApplied),
        typeof(PaymentProblem.RefundMoreThanUnapplied), typeof(PaymentProblem.RefundedBeforeReceived), typeof(PaymentProblem.RefundIsReversed),
        typeof(PaymentProblem.ReversedBeforeRefunded),
        typeof(PaymentProblem.AdjustmentTwice), typeof(PaymentProblem.AdjustmentNotPositive), typeof(PaymentProblem.ReasonCodeMissing),
        typeof(PaymentProblem.AdjustedMoreThanOpen), typeof(PaymentProblem.CreditNoteTooSmall), typeof(PaymentProblem.AlreadyTakenBack),
        typeof(PaymentProblem.AdjustedBeforeIssued), typeof(PaymentProblem.DisputeIsClosed), typeof(PaymentProblem.MessageMissing),
        typeof(PaymentProblem.OwnRequest), typeof(PaymentProblem.NotOwnRequest), typeof(PaymentProblem.AlreadyDecided),
        typeof(PaymentProblem.CreditMoreThanOpen), typeof(PaymentProblem.PaymentCreditTooSmall), typeof(PaymentProblem.CreditUsedBefore),
        typeof(PaymentProblem.AlreadyUnapplied), typeof(PaymentProblem.ReversedBeforeReceived),
        typeof(PaymentProblem.DateHasPassed), typeof(PaymentProblem.DateTooFar), typeof(PaymentProblem.PersonMissing),
        typeof(PaymentProblem.InvoiceNotPromisable), typeof(PaymentProblem.PromiseIsWithdrawn), typeof(PaymentProblem.HandledMeanwhile),
        typeof(PaymentProblem.CreditNoteIsApplied), typeof(PaymentProblem.CreditNoteIsCancelled), typeof(PaymentProblem.CreditNoteIsRefunded),
        typeof(PaymentProblem.CreditNoteUsedLater),
        typeof(PaymentProblem.IsOnHold), typeof(PaymentProblem.HoldIsReleased), typeof(PaymentProblem.RuleOutOfRange),
    ];

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_named_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var met = new HashSet<Type>();
        foreach (var (name, command, expected) in await CasesAsync(desk))
        {
            var before = await desk.FactsAsync();

            var result = await desk.Payments.RegisterAsync(command, default);

            var refused = Assert.IsType<RegisterPaymentResult.Refused>(result);
            Assert.True(refused.Problems.Count == 1 && refused.Problems[0].GetType() == expected, $"{name}: {string.Join(" | ", refused.Problems)}");
            Assert.Equal(before, await desk.FactsAsync());
            met.Add(expected);
        }

        met.Add(typeof(PaymentProblem.NotAllowed)); // the tests below
        var all = typeof(PaymentProblem).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(PaymentProblem)));
        Assert.Empty(all.Except(met).Except(NotOfRegistering));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task Everything_that_is_wrong_is_named_at_once(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var command = desk.Command() with
        {
            Amount = Dollars(0),
            Allocations = [],
            ReceivedOn = desk.App.Today.AddDays(1),
            PaymentTypeId = 0,
            Reference = CardNumber,
            Memo = CardNumber,
        };

        var refused = Assert.IsType<RegisterPaymentResult.Refused>(await desk.Payments.RegisterAsync(command, default));

        Assert.Equal(
            [
                new PaymentProblem.AmountNotPositive(), new PaymentProblem.ReceivedInFuture(desk.App.Today.AddDays(1), desk.App.Today),
                new PaymentProblem.CardNumberInText("Reference"), new PaymentProblem.CardNumberInText("Memo"), new PaymentProblem.PaymentTypeMissing(),
            ],
            refused.Problems);
    }

    [Theory, BothDatabases]
    public async Task More_than_is_open_names_who_paid_what_and_when(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var at = desk.App.Clock.Now;
        var first = Assert.IsType<RegisterPaymentResult.Registered>(await desk.PaymentsOf(desk.Rep).RegisterAsync(desk.Command(), default));
        desk.App.Time.Advance(TimeSpan.FromMinutes(5));
        var command = desk.Command() with { Amount = Dollars(100), Allocations = [new InvoiceShare(desk.Invoice.Id, Dollars(100))] };

        var refused = Assert.IsType<RegisterPaymentResult.Refused>(await desk.Payments.RegisterAsync(command, default));

        Assert.Equal(
            new PaymentProblem.MoreThanOutstanding(
                desk.Invoice.Id, desk.Invoice.Number, Dollars(100), Dollars(60), new LatestAllocation(first.Number, Dollars(40), "Rita Rep", at)),
            Assert.Single(refused.Problems));
    }

    [Theory, BothDatabases]
    public async Task Rep_cannot_pay_for_a_foreign_client_nor_learn_that_it_exists(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var foreign = await desk.App.OrganizationAsync(await desk.App.RepAsync("Other Rep"));
        var invoice = await desk.App.InvoiceAsync(foreign);
        var foreignPayment = desk.Command() with { PayerId = foreign.Id, Allocations = [] };
        await desk.RegisterAsync(foreignPayment);
        var before = await desk.FactsAsync();
        var payments = desk.PaymentsOf(desk.Rep);

        foreach (var (command, what) in new[]
        {
            (desk.Command() with { PayerId = foreign.Id, Allocations = [] }, "Organization"),
            (desk.Command() with { PayerId = 999_999, Allocations = [] }, "Organization"),
            (desk.Command() with { Allocations = [new InvoiceShare(invoice.Id, Dollars(10))] }, "Invoice"),
            (desk.Command() with { Allocations = [new InvoiceShare(999_999, Dollars(10))] }, "Invoice"),
            (foreignPayment, "Payment"),
        })
        {
            var refused = Assert.IsType<RegisterPaymentResult.Refused>(await payments.RegisterAsync(command, default));
            Assert.Equal([new PaymentProblem.NotFound(what)], refused.Problems);
        }

        Assert.Equal(before, await desk.FactsAsync());
    }

    [Theory, BothDatabases]
    public async Task Nobody_registers_without_the_right(DatabaseProvider provider)
    {
        await using var desk = await OpenAsync(provider);
        var before = await desk.FactsAsync();

        foreach (var person in new[] { null, await desk.App.AdminAsync(), await desk.App.UserAsync("No Role") })
        {
            var refused = Assert.IsType<RegisterPaymentResult.Refused>(await desk.PaymentsOf(person).RegisterAsync(desk.Command(), default));
            Assert.Equal([new PaymentProblem.NotAllowed()], refused.Problems);
        }

        Assert.Equal(before, await desk.FactsAsync());
    }

    private static async Task<List<(string Name, RegisterPayment Command, Type Problem)>> CasesAsync(PaymentDesk desk)
    {
        var app = desk.App;
        var command = desk.Command();
        var earlier = command with { PaymentId = Guid.CreateVersion7(), Amount = Dollars(5), Allocations = [] };
        await desk.RegisterAsync(earlier);
        var foreign = await app.InvoiceAsync(await app.OrganizationAsync());
        var euro = await app.InvoiceAsync(desk.Client, currency: "EUR");
        RegisterPayment Paying(params InvoiceShare[] shares) => command with { Allocations = shares };

        return
        [
            ("nobody paid", command with { PayerId = 0 }, typeof(PaymentProblem.NotFound)),
            ("an unknown invoice", Paying(new InvoiceShare(999_999, Dollars(1))), typeof(PaymentProblem.NotFound)),
            ("the id of another payment", earlier with { Amount = Dollars(6) }, typeof(PaymentProblem.RegisteredWithOtherFigures)),
            ("the id of another payment, other memo", earlier with { Memo = "Another" }, typeof(PaymentProblem.RegisteredWithOtherFigures)),
            ("nothing received", command with { Amount = Dollars(0), Allocations = [] }, typeof(PaymentProblem.AmountNotPositive)),
            ("less than nothing", command with { Amount = Dollars(-1), Allocations = [] }, typeof(PaymentProblem.AmountNotPositive)),
            ("too much", command with { Amount = new Money(RegisterPayment.LargestAmountMinor + 1, "USD") }, typeof(PaymentProblem.AmountTooLarge)),
            ("too large a fee", command with { BankFee = new Money(RegisterPayment.LargestAmountMinor + 1, "USD") }, typeof(PaymentProblem.AmountTooLarge)),
            ("a negative fee", command with { BankFee = Dollars(-1), Allocations = [] }, typeof(PaymentProblem.BankFeeNegative)),
            ("received tomorrow", command with { ReceivedOn = app.Today.AddDays(1) }, typeof(PaymentProblem.ReceivedInFuture)),
            ("received long ago", command with { ReceivedOn = app.Today.AddDays(-3661) }, typeof(PaymentProblem.ReceivedTooLongAgo)),
            ("an unknown type", command with { PaymentTypeId = 999 }, typeof(PaymentProblem.PaymentTypeMissing)),
            ("a long reference", command with { Reference = new string('x', RegisterPayment.ReferenceLength + 1) }, typeof(PaymentProblem.TextTooLong)),
            ("a long memo", command with { Memo = new string('x', RegisterPayment.MemoLength + 1) }, typeof(PaymentProblem.TextTooLong)),
            ("a card number as reference", command with { Reference = $"card {CardNumber}" }, typeof(PaymentProblem.CardNumberInText)),
            ("a card number in the memo", command with { Memo = CardNumber.Replace(" ", "-", StringComparison.Ordinal) }, typeof(PaymentProblem.CardNumberInText)),
            ("a euro invoice paid in dollars", Paying(new InvoiceShare(euro.Id, Dollars(1))), typeof(PaymentProblem.CurrencyMismatch)),
            ("a share in euros", Paying(new InvoiceShare(desk.Invoice.Id, new Money(100, "EUR"))), typeof(PaymentProblem.CurrencyMismatch)),
            ("an invoice of somebody else", Paying(new InvoiceShare(foreign.Id, Dollars(1))), typeof(PaymentProblem.InvoiceOfAnotherOrganization)),
            ("meant for an invoice of somebody else", command with { MeantForInvoiceId = foreign.Id }, typeof(PaymentProblem.NotFound)),
            ("meant for an unknown invoice", command with { MeantForInvoiceId = 999_999 }, typeof(PaymentProblem.NotFound)),
            ("an invoice twice", Paying(new InvoiceShare(desk.Invoice.Id, Dollars(1)), new InvoiceShare(desk.Invoice.Id, Dollars(2))), typeof(PaymentProblem.InvoiceTwice)),
            ("a share of nothing", Paying(new InvoiceShare(desk.Invoice.Id, Dollars(0))), typeof(PaymentProblem.ApplyNotPositive)),
            ("a negative share", Paying(new InvoiceShare(desk.Invoice.Id, Dollars(-1))), typeof(PaymentProblem.ApplyNotPositive)),
            ("more than is open", command with { Amount = Dollars(101), Allocations = [new InvoiceShare(desk.Invoice.Id, Dollars(101))] }, typeof(PaymentProblem.MoreThanOutstanding)),
            ("more than was received", Paying(new InvoiceShare(desk.Invoice.Id, Dollars(41))), typeof(PaymentProblem.AppliedMoreThanReceived)),
        ];
    }
}
