using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using Radzen.Blazor;

namespace PaymentsApp.Tests.Support;

public sealed class ComponentTestTests : ComponentTest
{
    [Fact]
    public async Task A_dialog_of_the_kit_opens_and_shows_its_text()
    {
        var host = Render<RadzenComponents>();
        var dialogs = Services.GetRequiredService<DialogService>();

        var answer = host.InvokeAsync(() => dialogs.Confirm("Really?", "Question"));
        host.WaitForElement(".rz-dialog");
        Assert.Contains("Really?", host.Markup, StringComparison.Ordinal);

        await host.InvokeAsync(() => dialogs.Close(true));
        Assert.True(await answer);
    }
}
