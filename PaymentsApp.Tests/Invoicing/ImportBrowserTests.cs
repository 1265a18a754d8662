using Microsoft.Playwright;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing;

public sealed class ImportBrowserTests(Browser browser) : BrowserTest(browser)
{
    private AppServer? _app;

    [Fact]
    public async Task A_file_is_imported_its_rejected_lines_corrected_and_imported_again()
    {
        _app = await AppServer.StartAsync();
        var page = await OpenAsync(_app, "/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Finance" }).First.ClickAsync();
        await page.Locator("[data-interactive]").WaitForAsync();
        await page.GotoAsync("/finance/invoices/import");

        await ChooseAsync(page, "Invoice number,Customer number,Customer name,Amount,Currency\nZ-1,Z-9,Zebra Travel,10.00,USD\nZ-2,Z-9,Zebra Travel,ten,USD\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 invoice" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Rejected lines" }).ClickAsync());
        var rejected = await File.ReadAllTextAsync(await download.PathAsync());

        Assert.Equal("invoices.rejected.csv", download.SuggestedFilename);
        Assert.Contains("3,“ten” is not an amount with a decimal point.,Z-2,Z-9,Zebra Travel,ten,USD", rejected);

        await page.GetByRole(AriaRole.Button, new() { Name = "Import another file" }).ClickAsync();
        await ChooseAsync(page, rejected.Replace(",ten,", ",20.00,"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 invoice" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the invoices" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search invoices" }).FillAsync("zebra");

        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Zebra Travel" })).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Z-2" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_invoice_screens_are_accessible_and_fit(ColorScheme scheme, int width)
    {
        _app = await AppServer.StartAsync();
        var page = await OpenAsync(_app, "/", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 } });
        await page.GetByRole(AriaRole.Button, new() { Name = "Finance" }).First.ClickAsync();
        await page.Locator("[data-interactive]").WaitForAsync();
        foreach (var (path, shown) in new[]
        {
            ("/finance/invoices", "td"), ("/finance/invoices?show=overdue", "td"), ("/finance/invoices/1", "#history"), ("/finance/invoices/new", "#number"),
        })
        {
            await page.GotoAsync(path);
            await page.Locator(shown).First.WaitForAsync();
            await LooksRightAsync(page, path, width);
        }

        await page.GotoAsync("/finance/invoices/import");
        await page.Locator("#what").WaitForAsync();
        await LooksRightAsync(page, "choosing a file", width);
        await ChooseAsync(page, "Reference,Customer number,Customer name,Amount,Currency\nZ-1,Z-9,Zebra Travel,10.00,USD\nZ-2,Z-9,Zebra Travel,ten,USD\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, this column" }).WaitForAsync();
        await LooksRightAsync(page, "a question about a column", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, this column" }).ClickAsync();
        await page.Locator("#findings").WaitForAsync();
        await LooksRightAsync(page, "preview and problems", width);
    }

    protected override async ValueTask StopAsync() => await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);

    private static async Task LooksRightAsync(IPage page, string what, int width)
    {
        Assert.Empty((await Axe.BarriersAsync(page)).Select(barrier => $"{what}: {barrier}"));
        var content = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(content <= width, $"{what} is {content} px wide on a screen of {width}.");
    }

    private static Task ChooseAsync(IPage page, string text) => page.Locator("input[type=file]:enabled").SetInputFilesAsync(new FilePayload
    {
        Name = "invoices.csv",
        MimeType = "text/csv",
        Buffer = System.Text.Encoding.UTF8.GetBytes(text),
    });
}
