using PaymentsApp.Domain;
using PaymentsApp.Invoicing;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Credits;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Credit is seen with the account; Finance applies it and makes credit notes.</summary>
internal static class CreditRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static int _numbers;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<CreditQueries>("OfferedAsync", Rule.Finance, async (queries, scene) =>
            Answer.Listed(await queries.OfferedAsync(scene.OrganizationId, "USD", None), credit => credit.Id == scene.PaymentId), isSilent: true),
        Read<CreditQueries>("FindOfferAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Found(await queries.FindOfferAsync(scene.OrganizationId, scene.InvoiceId, None))),
        Read<CreditQueries>("FindOfferForClientAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Found(await queries.FindOfferForClientAsync(scene.OrganizationId, scene.OrganizationId, None))),
        Read<CreditQueries>("AccountAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.AccountAsync(scene.OrganizationId, None))),
        Read<InvoiceQueries>("CreditNoteDefaultsAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.CreditNoteDefaultsAsync(None))),

        Write<PaymentService>("UseCreditAsync", Rule.Finance, async (service, scene, _) => Answer.Of(await service.UseCreditAsync(
            new UseCredit([new CreditUse(Guid.CreateVersion7(), CreditKind.Payment, scene.PaymentId, scene.InvoiceId, new Money(500, "USD"))]), None))),
        Write<PaymentService>("TakeBackCreditAsync", Rule.Finance, async (service, scene, _) => Answer.Of(await service.TakeBackCreditAsync(
            new UseCredit([new CreditUse(scene.AllocationId, CreditKind.Payment, scene.PaymentId, scene.InvoiceId, new Money(4000, "USD"))]), "By mistake", None))),
        Write<PaymentService>("CancelCreditNoteAsync", Rule.Finance, async (service, scene, app) => Answer.Of(await service.CancelCreditNoteAsync(
            new CancelCreditNote(Guid.CreateVersion7(), scene.CreditNoteId, app.Today, "By mistake") { TakesOffInvoices = true }, None))),
        Write<PaymentService>("RequestCreditNoteRefundAsync", Rule.Finance, async (service, scene, app) => Answer.Of(await service.RequestCreditNoteRefundAsync(
            new RefundCreditNote(Guid.CreateVersion7(), scene.CreditNoteId, new Money(100, "USD"), app.Today, 1, null, "Wants money"), None))),
        Write<PaymentService>("ReverseWithdrawalAsync", Rule.Finance, async (service, scene, app) => Answer.Of(await service.ReverseWithdrawalAsync(
            new ReverseWithdrawal(Guid.CreateVersion7(), scene.WithdrawalId, app.Today, "It was right"), None))),
        Write<InvoiceService>("AddCreditNoteAsync", Rule.Finance, async (service, scene, app) => Of(await service.AddCreditNoteAsync(
            new NewCreditNote(
                Guid.CreateVersion7(), scene.OrganizationId, $"CREDIT-{Interlocked.Increment(ref _numbers)}", new Money(1000, "USD"), app.Today, "WrongSize", null),
            None))),
    ];

    private static Answer Of(AddCreditNoteResult result) => result switch
    {
        AddCreditNoteResult.Refused { Problems: ["You may not add credit notes."] } => Answer.Denied,
        AddCreditNoteResult.Refused refused => new(Seen.Missing, string.Join(' ', refused.Problems)),
        _ => new(Seen.Done, string.Empty),
    };
}
