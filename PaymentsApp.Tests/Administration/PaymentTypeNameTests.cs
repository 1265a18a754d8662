using Microsoft.EntityFrameworkCore;
using PaymentsApp.Administration;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

public sealed class PaymentTypeNameTests
{
    [Theory, BothDatabases]
    public async Task The_longest_name_is_saved_and_a_longer_one_refused_in_words(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.AdminAsync();
        var settings = app.Get<SettingsService>();
        var longest = new string('n', PaymentType.NameLength);

        var saved = await settings.SavePaymentTypeAsync(new PaymentTypeForm(null, longest, PaymentTypeKind.Other, IsActive: true), default);
        var refused = await settings.SavePaymentTypeAsync(new PaymentTypeForm(null, longest + "n", PaymentTypeKind.Other, IsActive: true), default);

        Assert.Null(saved);
        Assert.Contains($"{PaymentType.NameLength} characters", refused, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.PaymentTypes.CountAsync(type => type.Name.StartsWith(longest))));
    }
}
