using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using Radzen;

namespace PaymentsApp.Administration;

/// <summary>All people who have an account.</summary>
public sealed partial class UsersPage
{
    private static readonly (string Filter, string Title)[] Filters =
        [(UserQueries.ActiveFilter, "Active"), (UserQueries.InactiveFilter, "Inactive"), ("all", "All")];

    private PagedTable<UserRow> _table = default!;
    private ListState _state = default!;
    private bool _isAdding;

    [Inject] private UserQueries Queries { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized() => _state = new ListState(Navigation, "name", defaultFilter: UserQueries.ActiveFilter);

    private static string HrefOf(UserRow row) => $"/admin/users/{Uri.EscapeDataString(row.Id)}";

    private Task<Page<UserRow>> LoadAsync(ListState state, CancellationToken cancel) =>
        Queries.ListAsync(state.Search, state.Filter, state.Key, cancel);

    private void Open(UserRow row) => Navigation.NavigateTo(HrefOf(row));

    private async Task AddAsync()
    {
        if (_isAdding)
        {
            return;
        }

        _isAdding = true;
        try
        {
            if (await AddUserDialog.OpenAsync(Dialogs) is { } userId)
            {
                Toasts.Success("The person can sign in now.", $"/admin/users/{Uri.EscapeDataString(userId)}");
                await _table.RefreshAsync();
            }
        }
        finally
        {
            _isAdding = false;
        }
    }
}
