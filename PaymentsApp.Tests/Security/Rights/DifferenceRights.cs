using PaymentsApp.Domain;
using PaymentsApp.Payments;
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
    ];

    private static InvoiceAdjustment WriteOff(Scene scene, long minor) => new(
        Guid.CreateVersion7(), scene.InvoiceId, AdjustmentKind.WriteOff, new Money(minor, "USD"), "SmallDifference", null);
}
