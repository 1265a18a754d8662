using PaymentsApp.BankDesk;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Bank files are Finance's: nobody else sees a line of one.</summary>
internal static class BankRights
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Dictionary<string, string> NoAnswers = [];
    private static readonly Progress<BankImportProgress> Silent = new();

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Write<BankImport>("ImportAsync", Rule.FinanceWithoutId, async (import, _, _) =>
            Answer.Allowed(await import.ImportAsync("a.txt", Guid.CreateVersion7().ToByteArray(), NoAnswers, Silent, None))),
        Write<BankImport>("ContinueAsync", Rule.FinanceWithoutId, async (import, _, _) => Answer.Allowed(await import.ContinueAsync(Guid.CreateVersion7(), Silent, None))),
        Read<BankQueries>("FilesAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.FilesAsync(null, None))),
        Read<BankQueries>("StatementAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.StatementAsync(Guid.CreateVersion7(), None) is null)),
        Read<BankQueries>("LinesAsync", Rule.FinanceWithoutId, async (queries, _) =>
            Answer.Allowed(await queries.LinesAsync(Guid.CreateVersion7(), BankLineFilter.All, 0, 0, None))),
        Read<BankQueries>("LineAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.LineAsync(Guid.CreateVersion7(), None) is null)),
        Read<BankQueries>("FiguresAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.FiguresAsync(None))),
        Write<BankReview>("ClaimAsync", Rule.FinanceWithoutId, async (review, _, _) => Answer.Allowed(await review.ClaimAsync(Guid.CreateVersion7(), None) is null)),
        Write<BankReview>("AcceptAsync", Rule.FinanceWithoutId, async (review, _, _) => Answer.Allowed(await review.AcceptAsync(Guid.CreateVersion7(), 0, [], None))),
        Write<BankReview>("MarkNotReceiptAsync", Rule.FinanceWithoutId, async (review, _, _) => Answer.Allowed(await review.MarkNotReceiptAsync(Guid.CreateVersion7(), None))),
        Write<BankReview>("LeaveAsync", Rule.FinanceWithoutId, async (review, _, _) => Answer.Allowed(await review.LeaveAsync(Guid.CreateVersion7(), None))),
        Write<BankReview>("UndoAsync", Rule.FinanceWithoutId, async (review, _, _) => Answer.Allowed(await review.UndoAsync(Guid.CreateVersion7(), None))),
        Write<BankReview>("UndoFileAsync", Rule.FinanceWithoutId, async (review, _, _) => Answer.Allowed(await review.UndoFileAsync(Guid.CreateVersion7(), Silent, None))),
        Read<BankReview>("WindowAsync", Rule.FinanceWithoutId, async (review, _) => Answer.Allowed(await review.WindowAsync(Guid.CreateVersion7(), 0, None) is null)),
        Write<BankReview>("TakeAsync", Rule.FinanceWithoutId, async (review, _, _) => Answer.Allowed(await review.TakeAsync(Guid.CreateVersion7(), None))),
        Write<BankReview>("SettleRegisteredAsync", Rule.FinanceWithoutId, async (review, _, _) => Answer.Allowed(await review.SettleRegisteredAsync(Guid.CreateVersion7(), None))),
        Write<PaymentService>("ApplyBankLinesAsync", Rule.FinanceWithoutId, async (service, scene, app) => (await service.ApplyBankLinesAsync(
            [
                new ApplyBankLine(
                    Guid.CreateVersion7(),
                    new RegisterPayment(Guid.CreateVersion7(), scene.OrganizationId, new Money(100, "USD"), Money.Zero("USD"), app.Today, 1, null, null, null, []),
                    BankLineState.Accepted),
            ],
            (_, _, _, _) => Task.CompletedTask,
            None))[0] is RegisterPaymentResult.Refused { Problems: [PaymentProblem.NotAllowed] } ? Answer.Denied : Answer.Allowed("refused for its line")),
        Write<PaymentService>("ReturnBankLineAsync", Rule.FinanceWithoutId, async (service, scene, app) =>
            await service.ReturnBankLineAsync(
                Guid.CreateVersion7(), new ReturnPayment(Guid.CreateVersion7(), scene.PaymentId, app.Today, "A", Money.Zero("USD"), ChargesPayer: false, null), None)
                is CorrectionResult.Refused { Problems: [PaymentProblem.NotAllowed] }
                ? Answer.Denied
                : Answer.Allowed("refused for its line")),
        Write<PaymentService>("TakeBankLineAsync", Rule.FinanceWithoutId, async (service, _, _) =>
            Answer.Allowed(await service.TakeBankLineAsync(Guid.CreateVersion7(), (_, _, _, _) => Task.CompletedTask, None))),
        Write<PaymentService>("UndoBankLineAsync", Rule.FinanceWithoutId, async (service, _, _) =>
            await service.UndoBankLineAsync(Guid.CreateVersion7(), (_, _, _, _) => Task.CompletedTask, None) is CorrectionResult.Refused { Problems: [PaymentProblem.NotAllowed] }
                ? Answer.Denied
                : Answer.Allowed("there is no such line")),
    ];
}
