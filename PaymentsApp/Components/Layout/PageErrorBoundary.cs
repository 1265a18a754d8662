using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PaymentsApp.Components.Layout;

/// <summary>
/// Around each page: a page that fails leaves the header and the navigation standing. The user reads an id that is
/// also in the log, and nothing about the cause.
/// </summary>
public sealed class PageErrorBoundary : ErrorBoundaryBase
{
    private string _errorId = "";

    [Inject] private ILogger<PageErrorBoundary> Logger { get; set; } = default!;

    protected override Task OnErrorAsync(Exception exception)
    {
        _errorId = Guid.CreateVersion7().ToString("N")[^8..];
        ComponentLog.PageFailed(Logger, exception, _errorId);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<PageFailure>(1);
        builder.AddComponentParameter(2, nameof(PageFailure.ErrorId), _errorId);
        builder.AddComponentParameter(3, nameof(PageFailure.Retry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }
}
