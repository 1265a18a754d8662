using System.Net;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests;

public sealed class StartTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_build_output_serves_pages_and_files_from_any_folder(string environment)
    {
        await using var app = await AppServer.StartAsync(new AppServerOptions { Environment = environment });
        using var http = new HttpClient { BaseAddress = app.Address };

        var page = await http.GetStringAsync("");

        foreach (var script in new[] { "_framework/blazor.web.", "_content/Radzen.Blazor/Radzen.Blazor." })
        {
            var at = page.IndexOf(script, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{script} is not in the page:\n{page}");
            var bytes = await http.GetByteArrayAsync(page[at..page.IndexOf('"', at)]);
            Assert.True(bytes.Length > 10_000, $"{script} has {bytes.Length} bytes.");
        }
    }

    [Fact]
    public async Task A_stopped_program_starts_again_on_the_same_address()
    {
        await using var app = await AppServer.StartAsync();
        var address = app.Address;
        using var http = new HttpClient();

        await app.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(address));
        await app.StartAgainAsync();

        Assert.Equal(address, app.Address);
        using var answer = await http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
