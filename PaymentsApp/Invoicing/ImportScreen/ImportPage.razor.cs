using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Invoicing.Import;
using Radzen;

namespace PaymentsApp.Invoicing.ImportScreen;

/// <summary>Finance &gt; Invoices &gt; Import: file, columns, preview and problems, import, result.</summary>
public sealed partial class ImportPage : ComponentBase, IDisposable
{
    private static readonly TimeSpan RenderEvery = TimeSpan.FromMilliseconds(100);

    private ImportSession? _session;
    private ImportProgress? _progress;
    private CancellationTokenSource _work = new();
    private IReadOnlyList<string> _problems = [];
    private long _shownAt;

    [Inject] private InvoiceImport Import { get; set; } = default!;

    [Inject] private ImportFiles Files { get; set; } = default!;

    [Inject] private InvoiceQueries Queries { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Downloads Downloads { get; set; } = default!;

    [Inject] private ILogger<ImportPage> Logger { get; set; } = default!;

    private bool IsImportable => _session is { Plan.IsReady: true, Check: { } check } && check.Added + check.Payments > 0;

    private string ImportText => _session?.Check is not { } check ? "Import"
        : check.Added == 0 && check.Payments == 0 ? "Nothing to import"
        : $"Import {check.Added.ToString("N0", CultureInfo.CurrentCulture)} {(check.Added == 1 ? "invoice" : "invoices")}";

    public void Dispose()
    {
        _work.Cancel();
        _work.Dispose();
        if (_session?.Stage != ImportStage.Importing)
        {
            _session?.Dispose(); // an import that is being stopped still has its file; old files are deleted later
        }
    }

    protected override async Task OnInitializedAsync() =>
        _session = new ImportSession(Import, Files, (await Queries.DefaultsAsync(_work.Token)).Currency);

    private async Task ReceiveAsync(InputFileChangeEventArgs e)
    {
        if (_session is not { } session)
        {
            return;
        }

        if (e.File.Size > Files.MaxBytes)
        {
            _problems = [$"{e.File.Name} is larger than {Files.MaxMegabytes} MB. Import it on the command line."];
            return;
        }

        await WorkAsync(async (progress, cancel) =>
        {
            await using var content = e.File.OpenReadStream(Files.MaxBytes, cancel);
            await session.ReceiveAsync(content, e.File.Name, e.File.Size, progress, cancel);
            await CheckAsync(session, progress, cancel);
        });
    }

    private Task ReadAsWindows1252Async() => WorkAsync(async (progress, cancel) =>
    {
        await _session!.ReadAsync(TextEncodings.Windows1252, progress, cancel);
        await CheckAsync(_session, progress, cancel);
    });

    private Task ChooseAsync(ImportChoices choices)
    {
        _session?.Choose(choices);
        return WorkAsync((progress, cancel) => CheckAsync(_session!, progress, cancel));
    }

    private Task RunAsync() => WorkAsync((progress, cancel) => _session!.RunAsync(progress, cancel));

    private async Task CheckAsync(ImportSession session, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        StateHasChanged();
        await Task.Yield();
        await session.CheckAsync(progress, cancel);
    }

    // One piece of work at a time: a newer one ends the one before it.
    private async Task WorkAsync(Func<IProgress<ImportProgress>, CancellationToken, Task> work)
    {
        await _work.CancelAsync();
        _work.Dispose();
        _work = new CancellationTokenSource();
        var cancel = _work.Token;
        _problems = [];
        _progress = null;
        try
        {
            await work(new Progress<ImportProgress>(Show), cancel);
            _problems = _session?.Problem is { } problem ? [problem] : [];
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Stopped by the person, or by newer work.
        }
        catch (Exception e) when (e is IOException or JSException)
        {
            Logger.ImportFailed(e);
            _problems = ["The file could not be read to its end. Choose it again."];
        }
        catch (Exception e)
        {
            Logger.ImportFailed(e);
            _problems = ["The import stopped because of an error on our side. What was imported so far stays; import the file again to go on."];
        }
    }

    private void Show(ImportProgress progress)
    {
        _progress = progress;
        if (Time.GetElapsedTime(_shownAt) >= RenderEvery && !_work.IsCancellationRequested)
        {
            _shownAt = Time.GetTimestamp();
            StateHasChanged();
        }
    }

    private Task CancelAsync() => _work.CancelAsync();

    private void Forget()
    {
        _work.Cancel();
        _problems = [];
        _session?.Forget();
    }

    private async Task DownloadAsync()
    {
        if (_session?.OpenRejected() is var (content, name))
        {
            await Downloads.SaveAsync(name, content);
        }
    }

    private async Task MayLeaveAsync(LocationChangingContext context)
    {
        if (_session?.Stage == ImportStage.Importing
            && !await ConfirmDialog.AskAsync(
                Dialogs, "Stop the import?", "It is still running. What was imported so far stays; importing the file again goes on.", "Stop and leave", "Stay", isDangerous: true))
        {
            context.PreventNavigation();
        }
    }
}
