using System.Globalization;
using PaymentsApp.Administration;
using PaymentsApp.Payments.Deposits;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Deposits are Finance's, the bank accounts are the administrators'.</summary>
internal static class DepositRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<DepositService>("AccountsAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.AccountsAsync(None))),
        Read<DepositService>("ToDepositAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.ToDepositAsync("USD", None))),
        Read<DepositService>("ListAsync", Rule.FinanceWithoutId, async (service, _) => Answer.Allowed(await service.ListAsync(None))),
        Write<DepositService>("MakeAsync", Rule.FinanceWithoutId, async (service, scene, app) =>
            Answer.Allowed(await service.MakeAsync(new MakeDeposit(Guid.CreateVersion7(), 999_999_999, app.Today, [scene.PaymentId]), None))),
        Write<DepositService>("CloseAsync", Rule.FinanceWithoutId, async (service, _, _) => Answer.Allowed(await service.CloseAsync(Guid.CreateVersion7(), None))),
        Write<DepositService>("TakeOutAsync", Rule.FinanceWithoutId, async (service, _, _) => Answer.Allowed(await service.TakeOutAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), None))),
        Read<DepositService>("SlipAsync", Rule.FinanceWithoutId, async (service, _) =>
            Answer.Allowed(await service.SlipAsync(Guid.CreateVersion7(), CultureInfo.InvariantCulture, None) is null)),
        Read<BankAccountService>("ListAsync", Rule.AdministratorWithoutId, async (service, _) => Answer.Allowed(await service.ListAsync(None))),
        Write<BankAccountService>("SaveAsync", Rule.AdministratorWithoutId, async (service, _, _) =>
            Answer.Sentence(await service.SaveAsync(new BankAccountForm(null, "Main account", "123456789", "USD", true), None))),
    ];
}
