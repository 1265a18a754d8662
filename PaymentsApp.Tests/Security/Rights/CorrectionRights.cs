using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Parts;
using PaymentsApp.Payments.Returns;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Moving, correcting and refunding: Finance only.</summary>
internal static class CorrectionRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<PaymentPartQueries>("FindAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.FindAsync(scene.PartPaymentId, None))),
        Read<PaymentPartQueries>("OfClientAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.OfClientAsync(scene.OrganizationId, null, None), row => row.Id == scene.PartPaymentId)),
        Read<ReturnedPaymentQueries>("CountAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(Enumerable.Range(0, await queries.CountAsync(scene.OrganizationId, None)), _ => true)),
        Read<ReturnedPaymentQueries>("RecentAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.RecentAsync(None))),
        Write<PaymentService>("MoveAsync", Rule.Finance, MoveAsync),
        Write<PaymentService>("CorrectAsync", Rule.Finance, async (service, scene, app) => Answer.Of(await service.CorrectAsync(
            new CorrectPayment(
                scene.PaymentId,
                new RegisterPayment(
                    Guid.CreateVersion7(), scene.OrganizationId, new Money(5000, "USD"), Money.Zero("USD"), app.Today, 1, null, null, null, []),
                "Wrong amount"),
            None))),
        Write<PaymentService>("ReturnAsync", Rule.Finance, async (service, scene, app) => Answer.Of(await service.ReturnAsync(
            new ReturnPayment(Guid.CreateVersion7(), scene.PaymentId, app.Today, "A", Money.Zero("USD"), ChargesPayer: true, null), None))),
        Write<PaymentService>("RequestRefundAsync", Rule.Finance, async (service, scene, app) => Answer.Of(await service.RequestRefundAsync(
            new RefundPayment(Guid.CreateVersion7(), scene.PaymentId, new Money(100, "USD"), app.Today, 1, null, "Paid twice"), None))),
        Write<PaymentService>("ReverseRefundAsync", Rule.Finance, async (service, scene, app) => Answer.Of(await service.ReverseRefundAsync(
            new ReverseRefund(Guid.CreateVersion7(), scene.RefundId, app.Today, "Never cashed"), None))),
    ];

    // To another invoice of the same client, which is made here: only the allocation may be missing.
    private static async Task<Answer> MoveAsync(PaymentService service, Scene scene, TestDatabase app)
    {
        var organization = await app.ReadAsync(db => Task.FromResult(db.Organizations.SingleOrDefault(found => found.Id == scene.OrganizationId)));
        var invoiceId = organization is null ? scene.InvoiceId : (await app.InvoiceAsync(organization, number: $"TO-{Guid.CreateVersion7():N}")).Id;
        return Answer.Of(await service.MoveAsync(
            new MoveAllocation(Guid.CreateVersion7(), scene.AllocationId, invoiceId, new Money(100, "USD"), "Wrong invoice"), None));
    }
}
