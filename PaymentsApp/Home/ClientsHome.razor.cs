using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using Radzen;

namespace PaymentsApp.Home;

/// <summary>A sales rep's start page: own clients that are late, and what they paid lately.</summary>
public sealed partial class ClientsHome : LiveComponent
{
    private ClientFigures? _figures;

    [Inject] private HomeQueries Queries { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string ClientsNote(ClientFigures figures) => figures.ClientCount switch
    {
        0 => "No clients yet",
        1 => "Your one client",
        var count => $"Your {count} clients",
    };

    private static string? NewNote(ClientFigures figures) => figures.NewlyOverdue.Count == 0
        ? null
        : $"New in {HomeQueries.NewDays} days: {string.Join(", ", figures.NewlyOverdue.Select(sum => MoneyText.WithCode(sum, CultureInfo.CurrentCulture)))}";

    private static string InvoicesText(OverdueClient client) =>
        client.InvoiceCount == 1 ? "1 invoice" : $"{client.InvoiceCount} invoices";

    private Task PayAsync(int organizationId) => NewPaymentDialog.OpenAsync(Dialogs, NewPaymentStart.ForOrganization(organizationId));

    private Task PromiseAsync(int organizationId) => PromiseDialog.OpenAsync(Dialogs, organizationId);

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        _figures = await Queries.ClientsAsync(Closing) ?? _figures;
    }
}
