using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;

namespace PaymentsApp.Administration;

/// <summary>The company's own settings.</summary>
public sealed partial class SettingsPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private CompanyForm? _company;
    private string _name = string.Empty;
    private string _timeZone = string.Empty;
    private string _currency = string.Empty;
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;

    [Inject] private SettingsService Settings { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private string Now => Clock.LocalOf(Clock.Now).ToString("f", CultureInfo.CurrentCulture);

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _company = await Settings.CompanyAsync(_closing.Token);
        (_name, _timeZone, _currency) = _company;
    }

    private async Task SaveAsync()
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var problem = await Settings.SaveCompanyAsync(new CompanyForm(_name, _timeZone, _currency), CancellationToken.None);
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
