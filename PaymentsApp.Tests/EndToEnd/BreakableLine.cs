using Microsoft.Playwright;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>Between a page and the program: can lose what the program answers, and can break.</summary>
internal sealed class BreakableLine
{
    private IWebSocketRoute? _page;
    private volatile bool _isDeaf;

    /// <summary>What the program sends does not reach the page.</summary>
    public bool IsDeaf
    {
        get => _isDeaf;
        set => _isDeaf = value;
    }

    public int Connections { get; private set; }

    public void Connect(IWebSocketRoute page)
    {
        Connections++;
        _page = page;
        var server = page.ConnectToServer();
        page.OnMessage(frame => Pass(frame, server));
        server.OnMessage(frame =>
        {
            if (!IsDeaf)
            {
                Pass(frame, page);
            }
        });
    }

    public async Task CutAsync() => await (_page?.CloseAsync(new() { Code = 1001, Reason = "cut" }) ?? Task.CompletedTask);

    private static void Pass(IWebSocketFrame frame, IWebSocketRoute to)
    {
        if (frame.Binary is { } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(frame.Text ?? "");
        }
    }
}
