using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PaymentsApp.Banking;
using PaymentsApp.Components;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.BankDesk;

/// <summary>Finance &gt; Collection &gt; Bank: files come in, and what became of them.</summary>
public sealed partial class BankFiles : LiveComponent
{
    private const int FilesMax = 20;

    private static readonly Dictionary<string, string> NoAnswers = [];

    private readonly Stack<BankFileKey?> _before = [];
    private BankFileKey? _shownBefore;
    private BankFilePage? _page;
    private BankFigures? _figures;
    private IReadOnlyList<string> _problems = [];
    private IReadOnlyList<BankQuestion> _questions = [];
    private BankImportProgress? _working;
    private CancellationTokenSource? _stop;
    private byte[] _bytes = [];
    private string _name = "";

    [Inject] private BankImport Import { get; set; } = default!;

    [Inject] private BankQueries Queries { get; set; } = default!;

    [Inject] private BankReview Review { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private ILogger<BankFiles> Log { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _figures = await Queries.FiguresAsync(Closing);
    }

    protected override bool Concerns(PaymentChange change) => change.Kind is PaymentChangeKind.BankLinesChanged or PaymentChangeKind.Everything;

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop?.Cancel(); // between two transactions: what is stored is right, and can be gone on with
        }

        base.Dispose(disposing);
    }

    private static string ProgressText(BankImportProgress progress) => progress.Total == 0
        ? $"{progress.Doing}…"
        : $"{progress.Doing}: {progress.Done.ToString("N0", CultureInfo.CurrentCulture)} of {BankWords.Count(progress.Total, "line", "lines")}";

    private async Task LoadAsync() => _page = await Queries.FilesAsync(_shownBefore, Closing);

    private Task OlderAsync()
    {
        _before.Push(_shownBefore);
        _shownBefore = _page!.Older;
        return LoadAsync();
    }

    private Task NewerAsync()
    {
        _shownBefore = _before.Pop();
        return LoadAsync();
    }

    private Task ContinueAsync(BankFileRow file)
    {
        _name = file.FileName;
        return WorkAsync(async (progress, cancel) => _problems = await Import.ContinueAsync(file.Id, progress, cancel) is { } reason ? [$"{file.FileName}: {reason}"] : []);
    }

    private async Task UndoAsync(BankFileRow file)
    {
        var count = file.Statements.Sum(statement => statement.Tally.Applied.Count);
        if (await ConfirmDialog.AskAsync(
            Dialogs, "Undo what was applied unasked?",
            $"{BankWords.Count(count, "payment", "payments")} of {file.FileName} will be reversed, as far as nobody worked with them since. Their lines wait for you again.",
            "Undo", isDangerous: true))
        {
            _name = file.FileName;
            await WorkAsync(async (progress, cancel) =>
            {
                var undone = await Review.UndoFileAsync(file.Id, progress, cancel);
                Toasts.Note($"{BankWords.Count(undone.Count, "line was", "lines were")} undone.");
                _problems = undone.Kept;
            }, "pressing Undo again");
        }
    }

    private void Stop() => _stop?.Cancel();

    private async Task WorkAsync(Func<IProgress<BankImportProgress>, CancellationToken, Task> work, string again = "Go on")
    {
        if (_working is not null)
        {
            return;
        }

        using var stop = _stop = new CancellationTokenSource();
        _working = new BankImportProgress("Receiving", 0, 0);
        StateHasChanged();
        try
        {
            await work(new Progress<BankImportProgress>(Show), stop.Token);
        }
        catch (OperationCanceledException)
        {
            _problems = [$"Stopped. What is done stays and is right; {again} does the rest."];
        }
        catch (Exception e) when (e is IOException or JSException)
        {
            Log.ImportFailed(e);
            _problems = [$"{_name} could not be read to its end. Choose it again."];
        }
        catch (Exception e)
        {
            Log.ImportFailed(e); // the rim: the list below says how far it came
            _problems = [$"It stopped because of an error on our side. What is done stays and is right; {again} does the rest."];
        }
        finally
        {
            (_working, _stop) = (null, null);
        }

        if (!Closing.IsCancellationRequested)
        {
            await LoadAsync();
            _figures = await Queries.FiguresAsync(Closing); // after one's own work; others' changes show at the next opening
        }
    }

    private void Show(BankImportProgress progress)
    {
        if (_working is not null && !Closing.IsCancellationRequested)
        {
            _working = progress;
            StateHasChanged();
        }
    }
}
