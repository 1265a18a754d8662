using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Payments.History;
using Radzen;

namespace PaymentsApp.Invoicing.Details;

/// <summary>One invoice: its rows, what is open, who paid what and when.</summary>
public sealed partial class InvoicePage : LiveComponent
{
    private readonly TableHighlight<InvoiceEvent> _highlight = new();
    private IReadOnlyList<HistoryLine> _history = [];
    private InvoiceDetails? _invoice;
    private bool _isMissing;

    [Parameter] public int Id { get; set; }

    [Inject] private InvoiceQueries Queries { get; set; } = default!;

    [Inject] private HistoryQueries Histories { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    protected override bool Concerns(PaymentChange change) =>
        change.TouchesInvoice(Id) || (_invoice is { } invoice && change.PaymentId is null && change.Touches(invoice.OrganizationId));

    // Another invoice's page is this component with another Id.
    protected override async Task OnParametersSetAsync()
    {
        if (_invoice?.Id != Id)
        {
            _invoice = null;
            await LoadAsync(isLive: false);
        }
    }

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync(isLive: true);

    private async Task LoadAsync(bool isLive)
    {
        var id = Id;
        await Task.Yield(); // SQLite answers synchronously: let the click be seen first.
        var invoice = await Queries.FindAsync(id, Closing);
        var history = await Histories.OfInvoiceAsync(id, Closing);
        if (id == Id)
        {
            _highlight.Compare(_invoice?.History, invoice?.History ?? [], entry => entry.Id, isLive);
            _invoice = invoice;
            _history = history;
            _isMissing = invoice is null;
        }
    }

    private Task PayAsync() => _invoice is { } invoice
        ? NewPaymentDialog.OpenAsync(Dialogs, NewPaymentStart.ForInvoice(invoice.OrganizationId, invoice.Id))
        : Task.CompletedTask;

    private Task AdjustAsync() => _invoice is { } invoice
        ? AdjustDialog.OpenAsync(Dialogs, invoice.Id, invoice.Number, invoice.Outstanding)
        : Task.CompletedTask;

    private Task TakeBackAsync(InvoiceEvent entry) => TakeBackDialog.OpenAsync(Dialogs, entry.Id, _invoice!.Number, entry.Amount);

    private string Recorded(InvoiceEvent entry) =>
        $"{Clock.LocalOf(entry.RecordedAt).ToString("g", CultureInfo.CurrentCulture)} by {entry.RecordedBy}";

    private static string Days(int days) => days == 1 ? "1 day" : days.ToString("N0", CultureInfo.CurrentCulture) + " days";
}
