using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.CheckRuns;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Check runs belong to nobody's account: Finance shares them.</summary>
internal static class CheckRunRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<CheckRunService>("ListAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.ListAsync(None))),
        Read<CheckRunService>("CurrencyAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.CurrencyAsync(None))),
        Read<CheckRunService>("FindAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.FindAsync(await SavedAsync(service), None))),
        Write<CheckRunService>("SaveAsync", Rule.FinanceWithoutId, async (service, _, _) => Answer.Allowed(await SavedAsync(service))),
        Write<CheckRunService>("KeepTypingAsync", Rule.FinanceWithoutId, async (service, _, _) =>
            Answer.Allowed(await service.KeepTypingAsync(await SavedAsync(service), new DateOnly(2026, 3, 2), "USD", null, None))),
        Write<CheckRunService>("PostAsync", Rule.FinanceWithoutId, async (service, _, _) => Answer.Allowed(await service.PostAsync(await SavedAsync(service), 1, None))),
        Write<CheckRunService>("DiscardAsync", Rule.FinanceWithoutId, async (service, _, _) => Answer.Sentence(await service.DiscardAsync(await SavedAsync(service), None))),
        Write<PaymentService>("PossibleDuplicatesAsync", Rule.Accounts, async (service, scene, app) => Answer.Listed(
            await service.PossibleDuplicatesAsync(
                new RegisterPayment(
                    Guid.CreateVersion7(), scene.OrganizationId, new Money(100, "USD"), Money.Zero("USD"), app.Today, 1, scene.Reference, null, null, []),
                None),
            duplicate => duplicate.PaymentId == scene.PaymentId)),
    ];

    private static async Task<Guid> SavedAsync(CheckRunService service)
    {
        var id = Guid.CreateVersion7();
        await service.SaveAsync(new SaveCheckRun(id, 0, new DateOnly(2026, 3, 2), "USD", null, []), None);
        return id;
    }
}
