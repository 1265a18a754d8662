using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

#pragma warning disable BL0006 // what is rendered is what a circuit would send
namespace PaymentsApp.Benchmarks.Screens;

/// <summary>
/// An open screen as a circuit has it: its own services, its own dispatcher, real components, real differences; what would
/// be sent to the browser is counted instead.
/// </summary>
internal sealed class Screen : Renderer
{
    private readonly AsyncServiceScope _scope;

    public Screen(AsyncServiceScope scope)
        : base(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>())
    {
        _scope = scope;
        ElementReferenceContext = new WebElementReferenceContext(scope.ServiceProvider.GetRequiredService<IJSRuntime>());
    }

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>The moment of the last rendering, see <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long RenderedAt { get; private set; }

    /// <summary>UTF-8 bytes of all texts rendered so far.</summary>
    public long Bytes { get; private set; }

    protected override RendererInfo RendererInfo { get; } = new("Server", isInteractive: true);

    /// <summary>Shows the component; ends when it has loaded what it shows.</summary>
    public Task OpenAsync<TComponent>(IReadOnlyDictionary<string, object?> parameters)
        where TComponent : IComponent => Dispatcher.InvokeAsync(async () =>
        {
            var id = AssignRootComponentId(InstantiateComponent(typeof(TComponent)));
            await RenderRootComponentAsync(id, ParameterView.FromDictionary(new Dictionary<string, object?>(parameters)));
        });

    public async ValueTask CloseAsync()
    {
        await DisposeAsync();
        await _scope.DisposeAsync();
    }

    protected override void HandleException(Exception exception) => ExceptionDispatchInfo.Throw(exception);

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        foreach (var frame in renderBatch.ReferenceFrames.Array.AsSpan(0, renderBatch.ReferenceFrames.Count))
        {
            Bytes += frame.FrameType switch
            {
                RenderTreeFrameType.Text => Encoding.UTF8.GetByteCount(frame.TextContent),
                RenderTreeFrameType.Markup => Encoding.UTF8.GetByteCount(frame.MarkupContent),
                RenderTreeFrameType.Attribute => frame.AttributeValue is string text ? Encoding.UTF8.GetByteCount(text) : 0,
                _ => 0,
            };
        }

        RenderedAt = Stopwatch.GetTimestamp();
        return Task.CompletedTask;
    }
}
