using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Notes;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.FollowUps.Work;

/// <summary>What there is to do today, worked through by keyboard. Whoever is quicker takes an item off everybody's list.</summary>
public sealed partial class WorkListTab : LiveComponent
{
    private readonly Dictionary<int, ElementReference> _rows = [];
    private WorkList? _list;
    private bool? _loadedFor;
    private int _selectedId;
    private bool _isFocusDue;

    /// <summary>"everyone", "issue" for the advertisers of the next issue, or nothing for the person's own.</summary>
    [SupplyParameterFromQuery] private string? Who { get; set; }

    [Inject] private WorkQueries Queries { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    private bool IsEveryones => Who == "everyone";

    private bool IsIssue => Who == "issue";

    private WorkItem? Selected => _list?.Items.FirstOrDefault(item => item.OrganizationId == _selectedId);

    protected override async Task OnParametersSetAsync()
    {
        if (_loadedFor != IsEveryones && !IsIssue)
        {
            _loadedFor = IsEveryones;
            await LoadAsync();
        }
    }

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The browser scrolls to it, and a screen reader reads it.
        if (_isFocusDue && _rows.TryGetValue(_selectedId, out var row) && row.Context is not null)
        {
            _isFocusDue = false;
            await row.FocusAsync();
        }
    }

    private static string CountText(WorkList list) => list.Count switch
    {
        1 => "1 client",
        var count when count > list.Items.Count => $"{list.Items.Count} of {count.ToString("N0", CultureInfo.CurrentCulture)} clients",
        var count => $"{count} clients",
    };

    private static StatusTone ToneOf(WorkReasonKind kind) => kind switch
    {
        WorkReasonKind.Planned => StatusTone.Open,
        WorkReasonKind.DisputeAnswered => StatusTone.Partial,
        _ => StatusTone.Late,
    };

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        var before = _list?.Items.ToList().FindIndex(item => item.OrganizationId == _selectedId) ?? 0;
        _list = await Queries.TodayAsync(IsEveryones, Closing);
        foreach (var gone in _rows.Keys.Except(_list.Items.Select(item => item.OrganizationId)).ToList())
        {
            _rows.Remove(gone);
        }

        // What was done is gone: the one that took its place is next.
        if (Selected is null && _list.Items.Count > 0)
        {
            _selectedId = _list.Items[Math.Clamp(before, 0, _list.Items.Count - 1)].OrganizationId;
        }
    }

    private Task MoveAsync(int by)
    {
        if (_list is { Items.Count: > 0 } list)
        {
            var at = list.Items.ToList().FindIndex(item => item.OrganizationId == _selectedId);
            _selectedId = list.Items[Math.Clamp(at + by, 0, list.Items.Count - 1)].OrganizationId;
            _isFocusDue = true;
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private Task PromiseAsync() => Selected is { } item ? PromiseDialog.OpenAsync(Dialogs, item.OrganizationId) : Task.CompletedTask;

    private Task WriteAsync(FollowUpKind kind) => Selected is { } item
        ? FollowUpDialog.OpenAsync(Dialogs, kind, item.OrganizationId, item.Organization, [.. item.Contacts.Select(contact => contact.Name)], item.Version)
        : Task.CompletedTask;
}
