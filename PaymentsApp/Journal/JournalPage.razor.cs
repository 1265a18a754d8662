using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Journal;

/// <summary>The derived double entry of a period: totals per account, the file, and how the accounts are called.</summary>
public sealed partial class JournalPage : LiveComponent
{
    private DateOnly? _from;
    private DateOnly? _to;
    private JournalTotals? _totals;
    private bool _isExporting;

    [SupplyParameterFromQuery] public DateOnly? From { get; set; }

    [SupplyParameterFromQuery] public DateOnly? To { get; set; }

    [Inject] private JournalService Journal { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private Downloads Downloads { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private string? PeriodProblem => _from > _to ? "The period ends before it begins." : null;

    protected override async Task OnParametersSetAsync()
    {
        var today = Clock.Today;
        var (from, to) = (From ?? new DateOnly(today.Year, today.Month, 1), To ?? today);
        if ((_from, _to) != (from, to))
        {
            (_from, _to) = (from, to);
            await LoadAsync();
        }
    }

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    // The credits of the currency are the same.
    private static Money DebitsOf(IGrouping<string, AccountTotal> currency) => currency
        .Where(total => total.Debit.IsPositive).Aggregate(Money.Zero(currency.Key), (sum, total) => sum + total.Debit);

    private Task SetFromAsync(DateOnly? from) => ShowAsync(from, _to);

    private Task SetToAsync(DateOnly? to) => ShowAsync(_from, to);

    // The period lives in the address, so that it can be linked and reloaded.
    private Task ShowAsync(DateOnly? from, DateOnly? to)
    {
        if (from is not null && to is not null)
        {
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["from"] = from, ["to"] = to }), replace: true);
        }

        return Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        _totals = PeriodProblem is null ? await Journal.TotalsAsync(_from!.Value, _to!.Value, CancellationToken.None) : null;
        StateHasChanged();
    }

    private async Task ExportAsync()
    {
        if (_isExporting)
        {
            return;
        }

        _isExporting = true;
        try
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"journal {_from:yyyy-MM-dd} to {_to:yyyy-MM-dd}.csv");
            long count = 0;
            await Downloads.WriteAsync(name, async file => count = await Journal.ExportAsync(_from!.Value, _to!.Value, file, CancellationToken.None));
            Toasts.Success($"{count.ToString("N0", CultureInfo.CurrentCulture)} entries are exported.");
        }
        finally
        {
            _isExporting = false;
        }
    }
}
