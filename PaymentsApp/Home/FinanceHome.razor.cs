using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Charts;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Home;

/// <summary>Finance's start page: what came in, what is open, what is late.</summary>
public sealed partial class FinanceHome : LiveComponent
{
    private const int AgingLinesMax = 3;

    private FinanceFigures? _figures;

    [Inject] private HomeQueries Queries { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string TodayNote(FinanceFigures figures) => figures.ReceivedToday.Count == 0
        ? "Nothing yet today"
        : $"Today {string.Join(", ", figures.ReceivedToday.Select(sum => MoneyText.WithCode(sum, CultureInfo.CurrentCulture)))}";

    private static string OverdueNote(FinanceFigures figures) => figures.OverdueCount switch
    {
        0 => "Nothing is late",
        1 => "1 invoice",
        var count => $"{count.ToString("N0", CultureInfo.CurrentCulture)} invoices",
    };

    private static string PaymentsSince(DateOnly from) => FormattableString.Invariant($"/finance/collection/payments?from={from:yyyy-MM-dd}");

    private static IReadOnlyList<ChartPoint> PointsOf(FinanceFigures figures) =>
    [
        .. figures.ByDay.Select(day => new ChartPoint(
            day.On.ToString("d", CultureInfo.CurrentCulture), MoneyText.WithCode(day.Amount, CultureInfo.CurrentCulture), day.Amount.Minor,
            FormattableString.Invariant($"/finance/collection/payments?from={day.On:yyyy-MM-dd}&to={day.On:yyyy-MM-dd}"))),
    ];

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        _figures = await Queries.FinanceAsync(Closing) ?? _figures;
    }
}
