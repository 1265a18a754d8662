using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using Radzen;

namespace PaymentsApp.Statements.Sending;

/// <summary>Statements of many clients at once, with progress.</summary>
public sealed partial class SendStatementsDialog : IDisposable
{
    private const int NamesShown = 10;

    private readonly Guid _sendingId = Guid.CreateVersion7();
    private CancellationTokenSource _stopping = new();
    private StatementForm _form;
    private string? _why;
    private string? _work;
    private SentStatements? _result;
    private IReadOnlyList<string> _problems = [];
    private int _done;
    private int _total;
    private bool _isLoaded;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public Func<CancellationToken, Task<IReadOnlyList<int>>> Organizations { get; set; } = default!;

    [Inject] private StatementService Statements { get; set; } = default!;

    [Inject] private StatementDocuments Documents { get; set; } = default!;

    [Inject] private Downloads Downloads { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    private bool IsBusy => _work is not null;

    private DateOnly From => StatementAddress.FirstOf(Clock.Today);

    private StatementAsked Asked => new(0, _form, Clock.Today, From);

    public static Task OpenAsync(DialogService dialogs, string title, Func<CancellationToken, Task<IReadOnlyList<int>>> organizations) =>
        dialogs.OpenAsync<SendStatementsDialog>(
            "Send statements",
            new Dictionary<string, object?> { [nameof(Title)] = title, [nameof(Organizations)] = organizations },
            new DialogOptions { Width = "min(560px, 100vw)", CloseDialogOnOverlayClick = false });

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _why = MailReadinessText.Of(await Statements.ReadinessAsync(_stopping.Token));
        _isLoaded = true;
    }

    private static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    private static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private Task DownloadAsync() => WorkAsync("Writing", async (ids, asked, culture, cancel) =>
    {
        var day = asked.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Downloads.WriteAsync(
            $"statements {day}.pdf",
            async file =>
            {
                // SQLite reads synchronously: on the circuit's own thread the screen would stand still.
                if (await Task.Run(() => Documents.WriteManyAsync(ids, asked, file, OnDone, culture, cancel), cancel) == 0)
                {
                    throw new OperationCanceledException("Nothing to write.");
                }
            },
            "application/pdf");
    });

    private Task SendAsync() => WorkAsync("Sending", async (ids, asked, culture, cancel) =>
    {
        _result = await Task.Run(() => Statements.SendManyAsync(_sendingId, ids, asked, OnDone, culture, cancel), cancel); // as above
        _problems = _result.Problems;
    });

    private async Task WorkAsync(string name, Func<IReadOnlyList<int>, StatementAsked, CultureInfo, CancellationToken, Task> work)
    {
        if (IsBusy)
        {
            return;
        }

        (_work, _problems, _done, _total) = (name, [], 0, 0);
        StateHasChanged();
        try
        {
            var ids = await Organizations(_stopping.Token);
            _total = ids.Count;
            await work(ids, Asked, CultureInfo.CurrentCulture, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            _problems = _done == 0 ? [] : [$"Stopped after {Count(_done)} of {Count(_total)}."];
        }
        finally
        {
            _work = null;
        }
    }

    private void OnDone(int done) => _ = InvokeAsync(() =>
    {
        _done = done;
        StateHasChanged();
    });

    // Busy: stops, and stays to say how far it came.
    private void Leave()
    {
        if (!IsBusy)
        {
            Dialogs.Close();
            return;
        }

        _stopping.Cancel();
        _stopping.Dispose();
        _stopping = new CancellationTokenSource();
    }
}
