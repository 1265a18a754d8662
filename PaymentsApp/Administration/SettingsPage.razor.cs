using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>The company's own settings.</summary>
public sealed partial class SettingsPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private CompanyForm? _company;
    private string _name = string.Empty;
    private string _timeZone = string.Empty;
    private string _currency = string.Empty;
    private Money? _returnFee;
    private int _first;
    private int _second;
    private int _third;
    private RowSpread _rowSpread;
    private string? _feeProblem;
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;

    [Inject] private SettingsService Settings { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private string Now => Clock.LocalOf(Clock.Now).ToString("g", CultureInfo.CurrentCulture);

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _company = await Settings.CompanyAsync(_closing.Token);
        (_name, _timeZone, _currency) = _company;
        (_first, _second, _third) = _company.Aging;
        _rowSpread = _company.RowSpread;
        _returnFee = _company.ReturnFeeMinor == 0 ? null : new Money(_company.ReturnFeeMinor, _currency);
    }

    // The figure stays, in the new currency; with another number of decimals it would be another amount.
    private void UseCurrency(string? currency)
    {
        if (currency is null)
        {
            return;
        }

        _returnFee = _returnFee is { } fee && Currency.ExponentOf(currency) == Currency.ExponentOf(fee.Currency) ? fee with { Currency = currency } : null;
        _currency = currency;
    }

    private async Task SaveAsync()
    {
        if (_isSaving || _feeProblem is not null)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var form = new CompanyForm(_name, _timeZone, _currency)
            {
                ReturnFeeMinor = _returnFee?.Minor ?? 0,
                Aging = new AgingBounds(_first, _second, _third),
                RowSpread = _rowSpread,
            };
            var problem = await Settings.SaveCompanyAsync(form, CancellationToken.None);
            _problems = problem is null ? [] : [problem];
            if (problem is null)
            {
                Toasts.Success("The settings are saved.");
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
