using Bunit;
using PaymentsApp.Collection.Outstanding.Rows;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Collection.Outstanding;

public sealed class UnpaidRowsTabTests : ScreenTest
{
    private const string List = "Unpaid invoice rows";

    [Fact, UseCulture("en-US")]
    public async Task Issues_show_what_is_unpaid_and_unfold_their_rows()
    {
        await App.InvoiceAsync(await App.OrganizationAsync(name: "Harbor Coffee"), total: 1200, due: App.Today.AddDays(-12), number: "INV-7");
        Show<UnpaidRowsTab>(Finance);
        Eventually(() => Assert.Contains("Harbor Monthly, March 2026 1 1 1,200.00 USD 1,200.00 USD", Assert.Single(Rows(List)), StringComparison.Ordinal));

        Screen.Find("button[aria-label='Details of Harbor Monthly, March 2026']").Click();
        Eventually(() => Assert.Contains("Full page, four color INV-7 Harbor Coffee", Words, StringComparison.Ordinal));

        Button("By product").Click();
        Eventually(() => Assert.Contains("Display 1", Rows(List)[0], StringComparison.Ordinal));
    }
}
