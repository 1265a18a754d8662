using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PaymentsApp.Tests.Support;

/// <summary>
/// Base of the tests that drive a real browser. They run one after the other and after all others, so that what they
/// measure is the program and not the other tests. A script error or a page that violates the content security policy
/// fails the test.
/// </summary>
[Collection(BrowserTests.Name)]
public abstract class BrowserTest(Browser browser) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _people = [];
    private readonly ConcurrentQueue<string> _scriptErrors = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }

        await StopAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(_scriptErrors);
    }

    /// <summary>A page of a new person, at the path, with its screen shown (that is, its circuit is up).</summary>
    protected async Task<IPage> OpenAsync(AppServer app, string path, BrowserNewContextOptions? options = null)
    {
        var person = await browser.NewPersonAsync(app.Address, options);
        _people.Add(person);
        return await OpenAsync(person, path);
    }

    /// <summary>Another page of the same person.</summary>
    protected async Task<IPage> OpenAsync(IBrowserContext person, string path)
    {
        var page = await person.NewPageAsync();
        page.PageError += (_, error) =>
        {
            if (!IsExpected(error))
            {
                _scriptErrors.Enqueue(error);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _scriptErrors.Enqueue(message.Text);
            }
        };
        await page.GotoAsync(path);
        await page.Locator("h1").First.WaitForAsync(); // without prerendering there is none before the circuit is up
        return page;
    }

    /// <summary>An error that the test itself provokes.</summary>
    protected virtual bool IsExpected(string scriptError) => false;

    /// <summary>What a test class started goes here, for example its <see cref="AppServer"/>.</summary>
    protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;
}
