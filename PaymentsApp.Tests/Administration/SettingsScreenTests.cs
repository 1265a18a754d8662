using Bunit;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Administration;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

/// <summary>Admin &gt; Settings as an administrator uses it.</summary>
public sealed class SettingsScreenTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task The_company_is_saved_with_the_fee_as_it_was_typed()
    {
        Show<SettingsPage>(await App.AdminAsync());
        Eventually(() => Box("Fee for a returned payment (USD)"));

        Box("Name").Change("Northwind Magazines");
        Box("Fee for a returned payment").Input("12.50");
        Box("Fee for a returned payment").Blur();
        Form("Company").Submit();

        await SavedAsync(settings => settings is { CompanyName: "Northwind Magazines", ReturnFeeMinor: 12_50 });
    }

    [Fact, UseCulture("de-DE")]
    public async Task A_doubtful_fee_saves_nothing()
    {
        Show<SettingsPage>(await App.AdminAsync());
        Eventually(() => Box("Fee for a returned payment (USD)"));

        Box("Name").Change("Northwind Magazines");
        Box("Fee for a returned payment").Input("12.50");
        Box("Fee for a returned payment").Blur();
        Form("Company").Submit();

        Assert.NotEmpty(Screen.FindAll("#return-fee[aria-invalid=true]"));
        Assert.NotEqual("Northwind Magazines", await App.ReadAsync(db => db.CompanySettings.Select(settings => settings.CompanyName).SingleAsync()));
    }

    [Fact, UseCulture("en-US")]
    public async Task The_fee_stays_the_same_figure_only_where_the_currency_has_as_many_decimals()
    {
        Show<SettingsPage>(await App.AdminAsync());
        Eventually(() => Box("Fee for a returned payment (USD)"));
        Box("Fee for a returned payment").Input("12.50");
        Box("Fee for a returned payment").Blur();

        Box("Currency").Change("EUR");
        Eventually(() => Assert.Equal("12.50", Box("Fee for a returned payment (EUR)").GetAttribute("value")));
        Box("Currency").Change("JPY");
        Eventually(() => Assert.Equal("", Box("Fee for a returned payment (JPY)").GetAttribute("value") ?? ""));
    }

    [Fact, UseCulture("en-US")]
    public async Task A_limit_that_cannot_be_read_is_not_saved_as_nothing()
    {
        Show<RoleLimitList>(await App.AdminAsync());
        Eventually(() => Assert.Equal("50.00", Box("Finance: largest write-off").GetAttribute("value")));

        Box("Finance: largest write-off").Input("7,5");
        Box("Finance: largest write-off").Blur();
        Screen.Find("form").Submit();
        Assert.Equal(50_00, await WriteOffLimitAsync());

        Box("Finance: largest write-off").Input("7.50");
        Box("Finance: largest write-off").Blur();
        Screen.Find("form").Submit();
        Eventually(() => Assert.Equal(7_50, WriteOffLimitAsync().GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task A_payment_type_is_added_renamed_moved_and_no_longer_offered()
    {
        Show<PaymentTypeList>(await App.AdminAsync());
        Eventually(() => Assert.NotEmpty(Screen.FindAll("li")));
        var count = Screen.FindAll("li").Count;

        Screen.Find("input[aria-label='Name of a new payment type']").Change("Voucher");
        Screen.Find("form.add").Submit();
        Eventually(() => Assert.Equal(count + 1, Screen.FindAll("li").Count));

        Button("Move Voucher up").Click();
        Eventually(() => Assert.Equal("Voucher", Screen.FindAll("li")[^2].QuerySelector("input")!.GetAttribute("value")));
        Screen.FindAll("li")[^2].QuerySelector("input")!.Change("Gift voucher");
        Eventually(() => Assert.True(HasButton("Move Gift voucher up")));
        Screen.FindAll("li")[^2].QuerySelector("input[type=checkbox]")!.Change(false);

        Eventually(() => Assert.False(App.ReadAsync(db => db.PaymentTypes.Where(type => type.Name == "Gift voucher").Select(type => type.IsActive).SingleAsync()).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task A_payment_type_without_a_name_is_refused_in_words()
    {
        Show<PaymentTypeList>(await App.AdminAsync());
        Eventually(() => Assert.NotEmpty(Screen.FindAll("li")));
        var before = await App.ReadAsync(db => db.PaymentTypes.CountAsync());

        Screen.Find("form.add").Submit();

        Eventually(() => Assert.NotEmpty(Screen.FindAll("[role=alert]")));
        Assert.Equal(before, await App.ReadAsync(db => db.PaymentTypes.CountAsync()));
    }

    [Fact, UseCulture("en-US")]
    public async Task The_period_is_closed_and_opened_again_only_with_a_second_administrator()
    {
        var day = App.Today.AddDays(-10);
        Show<PeriodSection>(await App.AdminAsync());
        Eventually(() => Assert.Contains("Nothing is closed.", Words, StringComparison.Ordinal));

        Box("Closed through").Change($"{day:yyyy-MM-dd}");
        Box("Reason").Input("Books of the month are done");
        Screen.Find("form").Submit();
        Eventually(() => Assert.Contains($"Closed through {day:d}", Words, StringComparison.Ordinal));

        Box("Closed through").Change($"{day.AddDays(-5):yyyy-MM-dd}");
        Eventually(() => Assert.True(HasButton("Ask to reopen")));
        Box("Reason").Input("A check was forgotten");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("Another administrator has to approve it.", Words, StringComparison.Ordinal));
        Assert.False(HasButton("Approve"));
        Assert.Contains($"Closed through {day:d}", Words, StringComparison.Ordinal);
        Button("Withdraw").Click();
        Eventually(() => Assert.DoesNotContain("A check was forgotten", Words, StringComparison.Ordinal));
        await LeaveAsync();
    }

    [Fact]
    public async Task What_documents_say_of_the_company_is_saved()
    {
        Show<CompanyDetailsSection>(await App.AdminAsync());
        Eventually(() => Box("Address"));

        Box("Address").Change("12 Pier Road\nPortland");
        Box("How to pay").Change("Checks to the address above.");
        Box("Paper").Change("Letter");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Equal(
            ("12 Pier Road\nPortland", "Checks to the address above.", PaperSize.Letter),
            App.ReadAsync(db => db.CompanyDetails.Select(found => new ValueTuple<string?, string?, PaperSize?>(found.Address, found.HowToPay, found.Paper)).SingleAsync()).GetAwaiter().GetResult()));

        Box("E-mail").Change("billing at home");
        Screen.Find("form").Submit();
        Eventually(() => Assert.Contains("no e-mail address", Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_logo_is_shown_as_soon_as_it_is_chosen_and_refused_in_words()
    {
        Show<CompanyDetailsSection>(await App.AdminAsync());
        Eventually(() => Assert.Contains("No logo", Words, StringComparison.Ordinal));

        Screen.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromText("hello", "logo.png"));
        Eventually(() => Assert.Contains("logo.png is no PNG or JPEG.", Words, StringComparison.Ordinal));
        Screen.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Pictures.Jpeg, "logo.jpg"));
        Eventually(() => Assert.StartsWith("data:image/jpeg;base64,/9j/", Screen.Find(".logo img").GetAttribute("src"), StringComparison.Ordinal));

        Button("Remove").Click();
        Eventually(() => Assert.Contains("No logo", Words, StringComparison.Ordinal));
    }

    private AngleSharp.Dom.IElement Form(string card) =>
        Screen.FindAll("section").First(section => Plain(section.TextContent).StartsWith(card, StringComparison.Ordinal)).QuerySelector("form")!;

    private Task<long> WriteOffLimitAsync() => App.ReadAsync(db => db.RoleLimits.Select(limit => limit.LargestWriteOffMinor).SingleAsync());

    private async Task SavedAsync(Func<CompanySettings, bool> isSaved) => await Screen.WaitForAssertionAsync(
        () => Assert.True(isSaved(App.ReadAsync(db => db.CompanySettings.SingleAsync()).GetAwaiter().GetResult())));
}
