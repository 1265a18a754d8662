using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Charts;
using PaymentsApp.Data;
using PaymentsApp.Live;

namespace PaymentsApp.Home;

/// <summary>Finance's measures: receipts by type, days outstanding, effectiveness.</summary>
public sealed partial class MeasurePanel : LiveComponent
{
    private const int MonthsMax = 6;

    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(1);

    private readonly List<ChartPoint> _months = [];
    private Measures? _measures;
    private DateTime _readAt;
    private bool _isDrawing;

    [Inject] private MeasureQueries Queries { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) =>
        Clock.Now - _readAt < KeepFor ? Task.CompletedTask : LoadAsync();

    private static string Days(int? days) => days switch
    {
        null => "–",
        1 => "1 day",
        { } count => $"{count.ToString("N0", CultureInfo.CurrentCulture)} days",
    };

    private string HrefOf(ReceivedOfType type, DateOnly from) =>
        FormattableString.Invariant($"finance/collection/payments?type={type.PaymentTypeId}&from={from:yyyy-MM-dd}&to={Clock.Today:yyyy-MM-dd}");

    private async Task LoadAsync()
    {
        _readAt = Clock.Now;
        await Task.Yield(); // SQLite answers synchronously: let the rest be seen first.
        _measures = await Queries.ReadAsync(Closing) ?? _measures;
    }

    // Each month is computed from the facts of its time: asked for, and one after another.
    private async Task DrawAsync()
    {
        _isDrawing = true;
        try
        {
            var first = new DateOnly(Clock.Today.Year, Clock.Today.Month, 1).AddMonths(1 - MonthsMax);
            while (_months.Count < MonthsMax)
            {
                StateHasChanged();
                await Task.Yield();
                var end = first.AddMonths(_months.Count + 1).AddDays(-1);
                var on = end < Clock.Today ? end : Clock.Today;
                var days = await Queries.DaysOutstandingAsync(on, Closing);
                _months.Add(new ChartPoint(on.ToString("MMM", CultureInfo.CurrentCulture), Days(days), days ?? 0));
            }
        }
        finally
        {
            _isDrawing = false;
        }
    }
}
