using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;

namespace PaymentsApp.Journal;

/// <summary>The numbers and names of the accounts, edited in place.</summary>
public sealed partial class AccountList
{
    private IReadOnlyList<AccountForm> _accounts = [];
    private IReadOnlyList<string> _problems = [];

    /// <summary>An account is called something else now.</summary>
    [Parameter, EditorRequired] public EventCallback Changed { get; set; }

    [Inject] private JournalService Journal { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _accounts = await Journal.AccountsAsync(CancellationToken.None);

    private async Task SaveAsync(AccountForm form)
    {
        var problem = await Journal.SaveAccountAsync(form, CancellationToken.None);
        _problems = problem is null ? [] : [problem];
        if (problem is null)
        {
            Toasts.Success($"Account {form.Number.Trim()} is saved.");
            await Changed.InvokeAsync();
        }

        _accounts = await Journal.AccountsAsync(CancellationToken.None);
    }
}
