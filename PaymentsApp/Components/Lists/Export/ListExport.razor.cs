using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Lists.Export;

/// <summary>The two buttons below a list that write it to a file.</summary>
public sealed partial class ListExport : ComponentBase, IDisposable
{
    private CancellationTokenSource? _writing;
    private long? _rows;

    /// <summary>What is written: made at the click, so that it is the list that the person sees.</summary>
    [Parameter, EditorRequired] public Func<IListFile> File { get; set; } = default!;

    [Inject] private Downloads Downloads { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    public void Dispose() => _writing?.Cancel();

    private void Stop() => _writing?.Cancel();

    private async Task SaveAsync(ExportFormat format)
    {
        using var writing = new CancellationTokenSource();
        _writing = writing;
        _rows = 0;
        try
        {
            var file = File();
            var name = $"{file.Name}.{(format == ExportFormat.Csv ? "csv" : "xlsx")}";
            long count = 0;
            var progress = new Progress<long>(rows => _ = InvokeAsync(() =>
            {
                _rows = _rows is null ? null : rows;
                StateHasChanged();
            }));

            // On the pool: SQLite answers synchronously, and the screen stays usable meanwhile.
            await Downloads.WriteAsync(
                name,
                async stream => count = await Task.Run(() => file.WriteAsync(format, stream, progress, writing.Token), writing.Token),
                format == ExportFormat.Csv ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            Toasts.Success(string.Create(CultureInfo.CurrentCulture, $"{count:N0} rows are exported."));
        }
        catch (OperationCanceledException) when (writing.IsCancellationRequested)
        {
            // The person stopped it or left: nothing is kept.
        }
        finally
        {
            _rows = null;
            _writing = null;
        }
    }
}
