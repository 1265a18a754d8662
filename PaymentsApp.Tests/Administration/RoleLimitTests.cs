using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Administration;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

public sealed class RoleLimitTests : ScreenTest
{
    [Theory, BothDatabases]
    public async Task Limit_of_the_administrator_counts_from_the_next_difference_on(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var limits = desk.App.For(await desk.App.AdminAsync()).GetRequiredService<RoleLimitService>();
        var finance = Assert.Single(await limits.ListAsync(default));

        Assert.Null(await limits.SaveAsync(finance with { LargestWriteOff = PaymentDesk.Dollars(5) }, default));
        Assert.Equal("LimitsChanged", (await desk.LastAuditAsync()).Action);
        Assert.NotNull(await limits.SaveAsync(finance with { LargestDiscount = PaymentDesk.Dollars(-1) }, default));
        Assert.NotNull(await limits.SaveAsync(finance with { LargestDiscount = new Money(1, "EUR") }, default));
        Assert.NotNull(await limits.SaveAsync(finance with { Role = "Nobody" }, default));

        Assert.IsType<CorrectionResult.Done>(await desk.Payments.AdjustAsync(desk.Adjust(AdjustmentKind.WriteOff, 5), default));
        Assert.IsType<CorrectionResult.AwaitsApproval>(await desk.Payments.AdjustAsync(desk.Adjust(AdjustmentKind.WriteOff, 0.01m), default));
    }

    [Fact, UseCulture("en-US")]
    public async Task Administrator_edits_the_limits()
    {
        Show<RoleLimitList>(await App.AdminAsync());
        Eventually(() => Assert.Equal("50.00", Box("Finance: largest write-off").GetAttribute("value")));

        Box("Finance: largest write-off").Input("75");
        Box("Finance: largest write-off").Blur();
        Screen.Find("form").Submit();

        await Screen.WaitForAssertionAsync(() => Assert.Equal(75_00, App.ReadAsync(db => db.RoleLimits.Select(limit => limit.LargestWriteOffMinor).SingleAsync()).GetAwaiter().GetResult()));
    }
}
