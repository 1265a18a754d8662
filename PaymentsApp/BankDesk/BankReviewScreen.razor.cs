using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.BankDesk;

/// <summary>The review list of one statement, for as many people at once as like.</summary>
public sealed partial class BankReviewScreen : LiveComponent
{
    private const int PageStep = 100;

    // Long enough that going through the list by arrow keys takes no line, short enough that a decision is timed.
    private static readonly TimeSpan ClaimAfter = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan ClaimAgain = KeptBankLine.ClaimFor / 2;

    private readonly Dictionary<Guid, ElementReference> _rows = [];
    private BankStatementView? _view;
    private BankLinePage? _page;
    private BankLineView? _line;
    private BankLineFilter _filter;
    private Guid? _selected;
    private Guid? _focusDue;
    private CancellationTokenSource _looking = new();
    private IReadOnlyList<PossibleDuplicate> _duplicates = [];
    private string? _problem;
    private int _chosen;
    private int _wanted;
    private bool _isMissing;
    private string? _shown;

    [Parameter, EditorRequired] public Guid StatementId { get; set; }

    /// <summary>Which lines are listed first.</summary>
    [Parameter] public string? Show { get; set; }

    [Inject] private BankQueries Queries { get; set; } = default!;

    [Inject] private BankReview Review { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private ILogger<BankReviewScreen> Log { get; set; } = default!;

    private static IReadOnlyList<BankLineFilter> Filters { get; } = Enum.GetValues<BankLineFilter>();

    // The list is one stop of the Tab key: where one left it.
    private Guid? TabStop => _page!.Lines.Any(line => line.Id == _selected) ? _selected : _page.Lines.Count > 0 ? _page.Lines[0].Id : null;

    protected override async Task OnInitializedAsync()
    {
        (_shown, _filter) = (Show, FilterOf(Show));
        await Review.SettleRegisteredAsync(StatementId, CancellationToken.None); // what a window registered before a connection was lost
        await LoadAsync();
        _focusDue = _page is { Lines: [var first, ..] } ? first.Id : null;
    }

    // The figures above lead to their lines.
    protected override Task OnParametersSetAsync()
    {
        if (_shown == Show)
        {
            return Task.CompletedTask;
        }

        _shown = Show;
        return FilterAsync(FilterOf(Show));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusDue is { } due && _rows.TryGetValue(due, out var row))
        {
            _focusDue = null;
            await row.FocusAsync(); // and the focus selects it (js/table.js)
        }
    }

    protected override bool Concerns(PaymentChange change) => change.Kind is PaymentChangeKind.BankLinesChanged or PaymentChangeKind.Everything;

    protected override async Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes)
    {
        await LoadAsync();
        if (_selected is { } selected && !_isBusy && await Queries.LineAsync(selected, Closing) is { } line && _selected == selected)
        {
            _line = line; // a colleague may have taken or decided it
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _looking.Cancel();
            _looking.Dispose();
            _ = LetGoAsync();
        }

        base.Dispose(disposing);
    }

    private static BankLineFilter FilterOf(string? show) => Enum.TryParse<BankLineFilter>(show, out var filter) && Enum.IsDefined(filter) ? filter : BankLineFilter.NeedsYou;

    private async Task LoadAsync()
    {
        _view = await Queries.StatementAsync(StatementId, Closing);
        _isMissing = _view is null;
        _page = await Queries.LinesAsync(StatementId, _filter, 0, _wanted, Closing);
        foreach (var gone in _rows.Keys.Except(_page.Lines.Select(line => line.Id)).ToList())
        {
            _rows.Remove(gone);
        }
    }

    private async Task FilterAsync(BankLineFilter filter)
    {
        (_filter, _wanted, _line, _selected) = (filter, 0, null, null);
        await LoadAsync();
        _focusDue = _page is { Lines: [var first, ..] } ? first.Id : null;
    }

    private Task MoreAsync()
    {
        _wanted = _page!.Lines.Count + PageStep;
        return LoadAsync();
    }

    private async Task SelectAsync(string key)
    {
        if (!Guid.TryParse(key, out var id) || id == _line?.Id || _page!.Lines.All(line => line.Id != id))
        {
            return;
        }

        _selected = id;
        (_duplicates, _problem, _chosen) = ([], null, 0);
        var line = await Queries.LineAsync(id, Closing);
        if (_selected == id)
        {
            _line = line;
            await _looking.CancelAsync();
            _looking.Dispose();
            _looking = new CancellationTokenSource();
            _ = LookAsync(id, _looking.Token);
        }
    }

    // While a person looks at a line it is theirs; it is let go with the next one.
    private async Task LookAsync(Guid id, CancellationToken looking)
    {
        try
        {
            await Task.Delay(ClaimAfter, Time, looking);
            while (_line is { } line && line.Id == id && BankLineStates.IsOpen(line.State))
            {
                await Review.ClaimAsync(id, looking);
                await Task.Delay(ClaimAgain, Time, looking);
            }
        }
        catch (OperationCanceledException)
        {
            // the next line, or the screen is gone: the claim lapses or was let go
        }
        catch (Exception e)
        {
            Log.DecisionFailed(e, id); // the rim: without a claim the decision still counts once
        }
    }

    // Not waited for and not cancelled with the screen; if it comes to nothing the claim lapses.
    private async Task LetGoAsync()
    {
        try
        {
            await Review.ClaimAsync(null, CancellationToken.None);
        }
        catch (Exception e)
        {
            Log.NotLetGo(e);
        }
    }

    private void Choose(int proposal)
    {
        if (_line?.Decision is { } decision && proposal < Math.Max(decision.Proposals.Count, decision.Returns.Count))
        {
            (_chosen, _duplicates, _problem) = (proposal, [], null);
        }
    }
}
