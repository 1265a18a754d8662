using Microsoft.AspNetCore.Components;
using PaymentsApp.Live;

namespace PaymentsApp.Home;

/// <summary>A sales rep's start page: own clients that are late, and what they paid lately.</summary>
public sealed partial class ClientsHome : LiveComponent
{
    private ClientFigures? _figures;

    [Inject] private HomeQueries Queries { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string ClientsNote(ClientFigures figures) => figures.ClientCount switch
    {
        0 => "No clients yet",
        1 => "Your one client",
        var count => $"Your {count} clients",
    };

    private static string InvoicesText(OverdueClient client) =>
        client.InvoiceCount == 1 ? "1 invoice" : $"{client.InvoiceCount} invoices";

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        _figures = await Queries.ClientsAsync(Closing) ?? _figures;
    }
}
