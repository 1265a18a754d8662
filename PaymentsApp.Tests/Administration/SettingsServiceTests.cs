using Microsoft.EntityFrameworkCore;
using PaymentsApp.Administration;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

public sealed class SettingsServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Today_follows_the_time_zone_at_once(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();
        app.Time.Advance(TimeSpan.FromHours(8)); // 20:00 UTC
        var before = app.Today;

        Assert.Null(await app.Get<SettingsService>().SaveCompanyAsync(new CompanyForm(" Harbor ", "Pacific/Auckland", "nzd"), None));

        Assert.Equal(before.AddDays(1), app.Today);
        Assert.Equal(new CompanyForm("Harbor", "Pacific/Auckland", "NZD"), await app.Get<SettingsService>().CompanyAsync(None));
        Assert.Equal("SettingsChanged", (await app.ReadAsync(db => db.AuditEntries.SingleAsync())).Action);
    }

    [Theory]
    [InlineData("", "UTC", "USD")]
    [InlineData("Harbor", "Mars/Olympus", "USD")]
    [InlineData("Harbor", "Eastern Standard Time", "USD")]
    [InlineData("Harbor", "", "USD")]
    [InlineData("Harbor", "UTC", "XXX1")]
    public async Task What_does_not_exist_is_refused_and_nothing_changes(string name, string zone, string currency)
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var before = await app.Get<SettingsService>().CompanyAsync(None);

        Assert.NotNull(await app.Get<SettingsService>().SaveCompanyAsync(new CompanyForm(name, zone, currency), None));

        Assert.Equal(before, await app.Get<SettingsService>().CompanyAsync(None));
        Assert.Equal(0, await app.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_list_of_payment_types_is_edited(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();
        var settings = app.Get<SettingsService>();
        var wire = (await settings.PaymentTypesAsync(None)).Single(type => type.Name == "Wire");

        Assert.Null(await settings.SavePaymentTypeAsync(new PaymentTypeForm(null, "Barter", PaymentTypeKind.Trade, true), None));
        Assert.Null(await settings.SavePaymentTypeAsync(wire with { Name = "Bank transfer", IsActive = false }, None));
        Assert.Null(await settings.MovePaymentTypeAsync(wire.Id!.Value, isUp: true, None));
        Assert.Contains("already", await settings.SavePaymentTypeAsync(new PaymentTypeForm(null, " barter ", PaymentTypeKind.Other, true), None), StringComparison.Ordinal);

        var types = await settings.PaymentTypesAsync(None);
        Assert.Equal(["Check", "Bank transfer", "ACH", "Card", "Cash", "Direct debit", "Trade", "Other", "Barter"], types.Select(type => type.Name));
        Assert.False(types[1].IsActive);
        Assert.Equal(["Added", "Changed", "Moved"], await app.ReadAsync(db => db.AuditEntries.OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task One_payment_type_stays_active()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.AdminAsync();
        var settings = app.Get<SettingsService>();
        var types = await settings.PaymentTypesAsync(None);

        foreach (var type in types.Skip(1))
        {
            Assert.Null(await settings.SavePaymentTypeAsync(type with { IsActive = false }, None));
        }

        Assert.NotNull(await settings.SavePaymentTypeAsync(types[0] with { IsActive = false }, None));
    }
}
