using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Approvals;
using PaymentsApp.Payments.Disputes;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Differences on invoices, and what waits for a second person.</summary>
internal static class DifferenceRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Write<PaymentService>("AdjustAsync", Rule.Finance, async (service, scene, app) =>
            Answer.Of(await service.AdjustAsync(new AdjustInvoice(WriteOff(scene, 100), app.Today), None))),
        Write<PaymentService>("ReverseAdjustmentAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Of(await service.ReverseAdjustmentAsync(new ReverseAdjustment(Guid.CreateVersion7(), scene.AdjustmentId, "By mistake"), None))),
        Write<PaymentService>("ApproveAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Of(await service.ApproveAsync(new DecideApproval(scene.RequestId, null), None))),
        Write<PaymentService>("RejectAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Of(await service.RejectAsync(new DecideApproval(scene.RequestId, "No"), None))),
        Write<PaymentService>("WithdrawAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Of(await service.WithdrawAsync(new DecideApproval(scene.OwnRequestId, null), None))),
        Read<DifferenceQueries>("CanAdjustAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.CanAdjustAsync(None) ? true : null)),
        Read<DifferenceQueries>("OfferAsync", Rule.Finance, async (queries, scene) =>
            Answer.Found(await queries.OfferAsync(scene.InvoiceId, null, new DateOnly(2026, 3, 2), None))),
        Read<ApprovalQueries>("CountAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.CountAsync(None))),
        Read<ApprovalQueries>("WaitingAsync", Rule.Finance, async (queries, scene) =>
            Answer.Listed(await queries.WaitingAsync(None), request => request.Id == scene.RequestId)),
        Read<DisputeQueries>("OpenAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.OpenAsync(None), dispute => dispute.Id == scene.DisputeId)),
        Read<DisputeQueries>("OfInvoiceAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.OfInvoiceAsync(scene.InvoiceId, None), dispute => dispute.Id == scene.DisputeId)),
        Write<DisputeService>("AnswerAsync", Rule.Accounts, async (service, scene, _) =>
            Answer.Of(await service.AnswerAsync(scene.DisputeId, Guid.CreateVersion7(), "They are right", None))),
        Write<DisputeService>("CloseAsync", Rule.Accounts, async (service, scene, _) =>
            Answer.Of(await service.CloseAsync(scene.DisputeId, Guid.CreateVersion7(), DisputeOutcome.Conceded, "", None))),
    ];

    private static InvoiceAdjustment WriteOff(Scene scene, long minor) => new(
        Guid.CreateVersion7(), scene.InvoiceId, AdjustmentKind.WriteOff, new Money(minor, "USD"), "SmallDifference", null);
}
