using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using Radzen;

namespace PaymentsApp.Administration;

/// <summary>One person: roles, password, sessions.</summary>
public sealed partial class UserPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private UserDetails? _user;
    private IReadOnlyCollection<string> _roles = [];
    private IReadOnlyList<string> _problems = [];
    private string? _shownId;
    private bool _isLoaded;
    private bool _isBusy;

    [Parameter] public string Id { get; set; } = string.Empty;

    [Inject] private UserQueries Queries { get; set; } = default!;

    [Inject] private UserService Users { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private bool HasNewRoles => _user is not null && !_roles.ToHashSet().SetEquals(_user.Roles);

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shownId != Id)
        {
            _shownId = Id;
            _problems = [];
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _user = await Queries.FindAsync(Id, _closing.Token);
        _roles = _user?.Roles ?? [];
        _isLoaded = true;
    }

    private Task SaveRolesAsync() => DoAsync(() => Users.ChangeRolesAsync(Id, _roles, CancellationToken.None), "The roles are changed.");

    private Task UnlockAsync() => DoAsync(() => Users.UnlockAsync(Id, CancellationToken.None), "The account is unlocked.");

    private Task ActivateAsync() => DoAsync(() => Users.ActivateAsync(Id, CancellationToken.None), "The person can sign in again.");

    private Task SignOutEverywhereAsync() =>
        DoAsync(() => Users.SignOutEverywhereAsync(Id, CancellationToken.None), "The person is signed out everywhere.");

    private async Task DeactivateAsync()
    {
        if (await ConfirmDialog.AskAsync(
            Dialogs,
            "Deactivate",
            $"{_user!.Name} is signed out everywhere and cannot sign in any more. What they recorded stays.",
            "Deactivate",
            isDangerous: true))
        {
            await DoAsync(() => Users.DeactivateAsync(Id, CancellationToken.None), "The person can no longer sign in.");
        }
    }

    private async Task ResetPasswordAsync()
    {
        if (await ResetPasswordDialog.OpenAsync(Dialogs, Id, _user!.Name))
        {
            Toasts.Success("The password is changed, and the person is signed out everywhere.");
            await LoadAsync();
        }
    }

    // Not cancelled when the page is left: what was asked for is done.
    private async Task DoAsync(Func<Task<string?>> change, string done)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var problem = await change();
            _problems = problem is null ? [] : [problem];
            if (problem is null)
            {
                Toasts.Success(done);
            }

            await LoadAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
