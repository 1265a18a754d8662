using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Journal;
using PaymentsApp.Tests.Payments.Balances;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>Thousands of random commands against a model of its own: every answer and every balance agree, and the books stay provable.</summary>
public sealed class RandomLedgerTests(ITestOutputHelper output)
{
    private const string SeedVariable = "PAYMENTS_TEST_SEED";

    // Several clients and currencies with 0, 2 and 3 decimals; the second client has two.
    private static readonly (int Client, string Currency)[] Accounts = [(0, "USD"), (1, "USD"), (1, "EUR"), (2, "JPY"), (3, "KWD")];

    // Met by the longer run only.
    private static readonly string[] Rarer =
        ["MovedToItself", "MovedMoreThanApplied", "PaymentIsRefunded", "RefundMoreThanUnapplied", "RefundIsReversed", "CreditNoteIsCancelled", "CreditNoteIsApplied"];

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 12_000)]
    [InlineData(DatabaseProvider.Postgres, 2_000)]
    public async Task The_service_and_a_plain_model_agree(DatabaseProvider provider, int commands)
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { } wanted
            ? int.Parse(wanted, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"{SeedVariable}={seed}");

        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var second = app.For(await app.FinanceAsync("Second Person")).GetRequiredService<PaymentService>();
        var model = new LedgerModel(app.Today, await app.ReadAsync(db => db.PaymentTypes.Select(type => type.Id).ToListAsync()));
        var random = new Random(seed);
        var clients = new Organization[4];
        for (var i = 0; i < clients.Length; i++)
        {
            clients[i] = await app.OrganizationAsync(payer: i == 1 ? clients[0] : null); // the first is the agency of the second
            model.Organizations.Add(clients[i].Id);
        }

        model.PayerOf.Add(clients[1].Id, clients[0].Id);
        var next = new RandomCommands(model, random, app.Today);
        Dictionary<string, int> answers = [];
        for (var i = 0; i < commands; i++)
        {
            if (i % 100 == 0)
            {
                await AddInvoicesAsync(app, model, clients, random);
            }

            var command = next.Next();
            var (expected, actual) = await RunAsync(app, second, model, command);
            answers[actual] = answers.GetValueOrDefault(actual) + 1;
            Assert.True(expected == actual, $"{SeedVariable}={seed}, command {i}: {command}\nthe model says {expected}, the service {actual}");

            if (i % 100 == 99)
            {
                await AssertSameBalancesAsync(app, model, $"{SeedVariable}={seed}, after command {i}");
            }
        }

        await JournalProof.AssertAsync(app, $"{SeedVariable}={seed}");
        await BalanceProof.AssertAsync(app, $"{SeedVariable}={seed}");
        output.WriteLine(string.Join(", ", answers.OrderByDescending(answer => answer.Value).Select(answer => $"{answer.Key} {answer.Value}")));
        string[] situations =
        [
            "Registered", "AlreadyRegistered", "Done", "AlreadyDone", "MoreThanOutstanding", "PaymentIsReversed", "AlreadyUnapplied", "AwaitsApproval", "AdjustedMoreThanOpen",
            .. commands < 10_000 ? [] : Rarer,
        ];
        Assert.Empty(situations.Except(answers.Keys));
    }

    internal static async Task AddInvoicesAsync(TestDatabase app, LedgerModel model, Organization[] clients, Random random)
    {
        foreach (var (client, currency) in Accounts)
        {
            var invoice = await app.InvoiceAsync(clients[client], total: random.Next(5, 300), currency: currency);
            model.Invoices.Add(invoice.Id, new ModelInvoice(clients[client].Id, currency, invoice.TotalMinor));
        }

        var (credited, of) = Accounts[random.Next(Accounts.Length)];
        var made = await app.WriteAsync(async db =>
        {
            var user = await db.Users.Select(user => user.Id).FirstAsync();
            var note = new CreditNote(
                Guid.CreateVersion7(), clients[credited].Id, $"CN-{model.CreditNotes.Count}", Money.Whole(random.Next(5, 100), of), app.Today, "Wrong size", app.Clock.RecordedBy(user));
            db.CreditNotes.Add(note);
            return note;
        });
        model.CreditNotes.Add(made.Id, new ModelCreditNote(made.OrganizationId, of, made.TotalMinor));
    }

    internal static async Task<(string Expected, string Actual)> RunAsync(TestDatabase app, PaymentService second, LedgerModel model, object command)
    {
        var payments = app.Get<PaymentService>();
        switch (command)
        {
            case RegisterPayment register:
                var expected = model.Register(register);
                var result = await payments.RegisterAsync(register, CancellationToken.None);
                if (result is RegisterPaymentResult.Registered)
                {
                    await LearnAsync(app, model, register.PaymentId);
                }

                return (Text(expected), result is RegisterPaymentResult.Refused refused ? Text(refused.Problems.Select(NameOf)) : NameOf(result));
            case UseCredit use:
                return (model.Use(use), NameOf(await payments.UseCreditAsync(use, CancellationToken.None)));
            case ApplyCredit apply:
                return (model.Apply(apply), NameOf(await payments.ApplyAsync(apply, CancellationToken.None)));
            case UnapplyAllocation unapply:
                return (model.Unapply(unapply), NameOf(await payments.UnapplyAsync(unapply, CancellationToken.None)));
            case ReversePayment reverse:
                return (model.Reverse(reverse), NameOf(await payments.ReverseAsync(reverse, CancellationToken.None)));
            case AdjustInvoice adjust:
                return (model.Adjust(adjust), NameOf(await payments.AdjustAsync(adjust, CancellationToken.None)));
            case ReverseAdjustment takeBack:
                return (model.TakeBack(takeBack), NameOf(await payments.ReverseAdjustmentAsync(takeBack, CancellationToken.None)));
            case DecideApproval approve:
                return (model.Approve(approve), NameOf(await second.ApproveAsync(approve, CancellationToken.None)));
            default:
                return await CorrectAsync(app, model, command);
        }
    }

    private static async Task<(string Expected, string Actual)> CorrectAsync(TestDatabase app, LedgerModel model, object command)
    {
        var payments = app.Get<PaymentService>();
        switch (command)
        {
            case MoveAllocation move:
                var moved = (model.Move(move), NameOf(await payments.MoveAsync(move, CancellationToken.None)));
                if (moved is ("Done", _))
                {
                    await LearnAsync(app, model, model.Allocations[move.NewAllocationId].PaymentId);
                }

                return moved;
            case CorrectPayment correct:
                var corrected = (model.Correct(correct), NameOf(await payments.CorrectAsync(correct, CancellationToken.None)));
                if (corrected is ("Done", _))
                {
                    await LearnAsync(app, model, correct.Right.PaymentId);
                }

                return corrected;
            case ReturnPayment returned:
                return (model.Return(returned), NameOf(await payments.ReturnAsync(returned, CancellationToken.None)));
            case RefundPayment refund:
                return (model.Ask(refund), NameOf(await payments.RequestRefundAsync(refund, CancellationToken.None)));
            case RefundCreditNote refund:
                return (model.Ask(refund), NameOf(await payments.RequestCreditNoteRefundAsync(refund, CancellationToken.None)));
            case ReverseRefund back:
                return (model.Reverse(back), NameOf(await payments.ReverseRefundAsync(back, CancellationToken.None)));
            case ReverseWithdrawal back:
                return (model.Reverse(back), NameOf(await payments.ReverseWithdrawalAsync(back, CancellationToken.None)));
            case CancelCreditNote cancel:
                return (model.Cancel(cancel), NameOf(await payments.CancelCreditNoteAsync(cancel, CancellationToken.None)));
            default:
                throw new ArgumentOutOfRangeException(nameof(command));
        }
    }

    // The service makes the ids of what comes with a payment.
    private static async Task LearnAsync(TestDatabase app, LedgerModel model, Guid paymentId)
    {
        foreach (var allocation in await app.ReadAsync(db => db.Allocations.Where(a => a.PaymentId == paymentId).ToListAsync()))
        {
            model.Allocations.TryAdd(allocation.Id, new ModelAllocation(paymentId, allocation.InvoiceId, allocation.AmountMinor));
        }

        foreach (var made in await app.ReadAsync(db => db.Adjustments.Where(a => a.MadeWithPaymentId == paymentId).ToListAsync()))
        {
            var asked = new InvoiceAdjustment(made.Id, made.InvoiceId!.Value, made.Kind, made.Amount, made.ReasonCode, made.Note, made.CreditNoteId);
            model.Adjustments.TryAdd(made.Id, new ModelAdjustment(asked, paymentId, made.ApprovedById is not null));
        }
    }

    private static async Task AssertSameBalancesAsync(TestDatabase app, LedgerModel model, string when)
    {
        var invoices = await app.ReadAsync(db => db.Invoices.ToListAsync());
        var payments = await app.ReadAsync(db => db.Payments.ToListAsync());
        Assert.Equal(model.Invoices.Count, invoices.Count);
        Assert.Equal(model.Payments.Count, payments.Count);

        var wrong = invoices
            .Where(i => model.Invoices[i.Id] is var m && (i.AllocatedMinor, i.AdjustedMinor, i.OutstandingMinor) != (m.Allocated, m.Adjusted, m.Outstanding))
            .Select(i => $"invoice {i.Id}: {i.AllocatedMinor} + {i.AdjustedMinor}, in the model {model.Invoices[i.Id].Allocated} + {model.Invoices[i.Id].Adjusted}")
            .Concat(payments
                .Where(p => model.Payments[p.Id] is var m && (p.AllocatedMinor, p.WithdrawnMinor, p.RefundedMinor, p.UnappliedMinor) != (m.Allocated, m.Withdrawn, m.Refunded, m.Unapplied))
                .Select(p => $"payment {p.Number}: {p.AllocatedMinor} allocated, {p.WithdrawnMinor} withdrawn, {p.RefundedMinor} refunded; in the model {model.Payments[p.Id].Allocated}, {model.Payments[p.Id].Withdrawn}, {model.Payments[p.Id].Refunded}"))
            .Concat((await app.ReadAsync(db => db.CreditNotes.AsNoTracking().ToListAsync()))
                .Where(note => note.UnappliedMinor != model.CreditNotes[note.Id].Left)
                .Select(note => $"credit note {note.Number}: {note.UnappliedMinor} left, in the model {model.CreditNotes[note.Id].Left}"))
            .Concat((await app.VerifyAsync()).Select(difference => difference.ToString()));
        Assert.True(!wrong.Any(), $"{when}:\n{string.Join('\n', wrong)}");
    }

    private static string NameOf(object result) => result is CorrectionResult.Refused refused ? Text(refused.Problems.Select(NameOf)) : result.GetType().Name;

    private static string Text(IEnumerable<string> names) => string.Join('+', names.Order(StringComparer.Ordinal));
}
