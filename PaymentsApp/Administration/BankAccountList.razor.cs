using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;

namespace PaymentsApp.Administration;

/// <summary>The bank accounts, edited in place: each change is saved as soon as it is made.</summary>
public sealed partial class BankAccountList : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<BankAccountForm> _accounts = [];
    private IReadOnlyList<string> _problems = [];
    private string _name = string.Empty;
    private string _number = string.Empty;
    private string _currency = "USD";
    private bool _isBusy;

    [Inject] private BankAccountService Accounts { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync() => _accounts = await Accounts.ListAsync(_closing.Token);

    private async Task AddAsync()
    {
        if (await SaveAsync(new BankAccountForm(null, _name, _number, _currency, IsActive: true)))
        {
            (_name, _number) = (string.Empty, string.Empty);
        }
    }

    private async Task<bool> SaveAsync(BankAccountForm form)
    {
        if (_isBusy)
        {
            return false;
        }

        _isBusy = true;
        try
        {
            var problem = await Accounts.SaveAsync(form, CancellationToken.None);
            _problems = problem is null ? [] : [problem];
            if (problem is null)
            {
                Toasts.Success($"“{form.Name.Trim()}” is saved.");
            }

            _accounts = await Accounts.ListAsync(_closing.Token);
            return problem is null;
        }
        finally
        {
            _isBusy = false;
        }
    }
}
