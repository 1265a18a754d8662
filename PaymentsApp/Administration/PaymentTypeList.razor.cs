using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>The payment types, edited in place: each change is saved as soon as it is made.</summary>
public sealed partial class PaymentTypeList : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<PaymentTypeForm> _types = [];
    private IReadOnlyList<string> _problems = [];
    private string _newName = string.Empty;
    private PaymentTypeKind _newKind = PaymentTypeKind.Other;
    private bool _isBusy;

    [Inject] private SettingsService Settings { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string TitleOf(PaymentTypeKind kind) => kind switch
    {
        PaymentTypeKind.Ach => "ACH",
        PaymentTypeKind.DirectDebit => "Direct debit",
        _ => kind.ToString(),
    };

    private static PaymentTypeKind KindOf(object? value) =>
        Enum.TryParse<PaymentTypeKind>(value as string, out var kind) ? kind : PaymentTypeKind.Other;

    private async Task LoadAsync() => _types = await Settings.PaymentTypesAsync(_closing.Token);

    private Task<bool> SaveAsync(PaymentTypeForm form) =>
        DoAsync(() => Settings.SavePaymentTypeAsync(form, CancellationToken.None), $"“{form.Name.Trim()}” is saved.");

    private Task<bool> MoveAsync(PaymentTypeForm type, bool isUp) =>
        DoAsync(() => Settings.MovePaymentTypeAsync(type.Id!.Value, isUp, CancellationToken.None), done: null);

    private async Task AddAsync()
    {
        var name = _newName.Trim();
        if (await DoAsync(() => Settings.SavePaymentTypeAsync(new PaymentTypeForm(null, name, _newKind, IsActive: true), CancellationToken.None), $"“{name}” is added."))
        {
            (_newName, _newKind) = (string.Empty, PaymentTypeKind.Other);
        }
    }

    private async Task<bool> DoAsync(Func<Task<string?>> change, string? done)
    {
        if (_isBusy)
        {
            return false;
        }

        _isBusy = true;
        try
        {
            var problem = await change();
            _problems = problem is null ? [] : [problem];
            if (problem is null && done is not null)
            {
                Toasts.Success(done);
            }

            await LoadAsync();
            return problem is null;
        }
        finally
        {
            _isBusy = false;
        }
    }
}
