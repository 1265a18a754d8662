using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Components.Lists.Export;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Collection.Outstanding.Rows;

/// <summary>Unpaid invoice rows, added up by issue or product.</summary>
public sealed partial class UnpaidRowsTab : LiveComponent
{
    private ListState _state = default!;
    private PagedTable<UnpaidGroup>? _table;
    private MoneyPerCurrency _outstanding = MoneyPerCurrency.None;
    private MoneyPerCurrency _overdue = MoneyPerCurrency.None;

    [Inject] private UnpaidRowQueries Queries { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private UnpaidList List => UnpaidList.From(_state);

    protected override void OnInitialized() => _state = new ListState(Navigation, "unpaid", isDescendingByDefault: true);

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => _table?.RefreshAsync() ?? Task.CompletedTask;

    private object KeyOf(UnpaidGroup group) => (List.By, group.Name ?? string.Empty, group.Name is null);

    private async Task<Page<UnpaidGroup>> LoadAsync(ListState state, CancellationToken cancel)
    {
        var groups = await Queries.GroupsAsync(UnpaidList.From(state), cancel);
        if (!cancel.IsCancellationRequested)
        {
            _outstanding = new MoneyPerCurrency(groups.SelectMany(group => group.Outstanding));
            _overdue = new MoneyPerCurrency(groups.SelectMany(group => group.Overdue));
            StateHasChanged();
        }

        return PageOf(groups, state.Key, Paging.Size);
    }

    // Issues are few: the groups are in memory, and a page begins at a place among them.
    private static Page<UnpaidGroup> PageOf(IReadOnlyList<UnpaidGroup> groups, PageKey? key, int size)
    {
        var from = key?.IdAsNumber() is { } place ? Math.Clamp(key.IsBackwards ? place - size : place, 0, groups.Count) : 0;
        var rows = groups.Skip(from).Take(size).ToList();
        return new Page<UnpaidGroup>(
            rows,
            from > 0 ? new PageKey(true, "-", FormattableString.Invariant($"{from}")).ToString() : null,
            from + rows.Count < groups.Count ? new PageKey(false, "-", FormattableString.Invariant($"{from + rows.Count}")).ToString() : null,
            new BoundedCount(groups.Count, IsAtLeast: false));
    }

    private ListFile<UnpaidGroup, (UnpaidGroup Group, string Currency)> Export()
    {
        var list = List;
        return new(
            list.By == UnpaidBy.Issue ? "unpaid by issue" : "unpaid by product",
            [
                (list.By == UnpaidBy.Issue ? "Issue" : "Product", line => ExportCell.Of(line.Group.Title(list.By))), ("Rows", line => ExportCell.Of(IsFirst(line) ? line.Group.RowCount : (long?)null)),
                ("Invoices", line => ExportCell.Of(IsFirst(line) ? line.Group.InvoiceCount : (long?)null)), ("Unpaid", line => ExportCell.Of(line.Group.Outstanding, line.Currency)),
                ("Overdue", line => ExportCell.Of(line.Group.Overdue, line.Currency)), ("Currency", line => ExportCell.Of(line.Currency)),
            ],
            group => group.Outstanding.Select(amount => (group, amount.Currency)),
            async (_, cancel) => new Page<UnpaidGroup>(await Queries.GroupsAsync(list, cancel)));

        // Of several currencies one line has the counts.
        static bool IsFirst((UnpaidGroup Group, string Currency) line) => line.Group.Outstanding[0].Currency == line.Currency;
    }
}
