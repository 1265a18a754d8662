using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.Mail.Invoices;

/// <summary>Imports and mailings of invoices, and sending them.</summary>
public sealed partial class InvoiceBatchesTab : LiveComponent
{
    private readonly HashSet<int> _ticked = [];
    private IReadOnlyList<InvoiceBatchRow>? _batches;
    private IReadOnlyList<BatchInvoice> _invoices = [];
    private IReadOnlyList<string> _problems = [];
    private InvoiceBatchRow? _open;
    private Guid _mailingId = Guid.CreateVersion7();
    private bool _isSaving;

    [Inject] private InvoiceMailService Mails { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private string Ticked => _ticked.Count == 0 ? string.Empty : $"{_ticked.Count.ToString("N0", CultureInfo.CurrentCulture)} ticked";

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override bool Concerns(PaymentChange change) => change.Kind == PaymentChangeKind.MailChanged || base.Concerns(change);

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private async Task OpenAsync(InvoiceBatchRow batch)
    {
        _open = batch;
        _ticked.Clear();
        _problems = [];
        _invoices = await Mails.InvoicesAsync(batch.Id, batch.MailingId, Closing);
    }

    private void Tick(int id, bool isTicked)
    {
        if (isTicked)
        {
            _ticked.Add(id);
        }
        else
        {
            _ticked.Remove(id);
        }
    }

    private void TickAll(bool isTicked)
    {
        _ticked.Clear();
        if (isTicked)
        {
            _ticked.UnionWith(_invoices.Select(invoice => invoice.Id));
        }
    }

    private async Task SendAsync()
    {
        var again = _invoices.Count(invoice => invoice.MailId is not null && _ticked.Contains(invoice.Id));
        if (_isSaving || (again > 0 && !await ConfirmDialog.AskAsync(
            Dialogs, "Send again?", $"{again.ToString("N0", CultureInfo.CurrentCulture)} of these were mailed before. Their clients get them once more.", "Send")))
        {
            return;
        }

        _isSaving = true;
        try
        {
            await Task.Yield(); // many mails take a moment: let the click be seen first
            var result = await Mails.SendAsync(new SendInvoices(_mailingId, _open?.Id, [.. _ticked.Order()]), CultureInfo.CurrentCulture, CancellationToken.None);
            _problems = result.Problem is { } problem ? [problem]
                : result.WithoutAddress.Count > 0 ? [$"Nobody has a mail address at {string.Join(", ", result.WithoutAddress)}."]
                : [];
            if (result.Mails > 0)
            {
                _mailingId = Guid.CreateVersion7();
                _ticked.Clear();
                Toasts.Success(result.Mails == 1 ? "1 mail is in the outbox." : $"{result.Mails.ToString("N0", CultureInfo.CurrentCulture)} mails are in the outbox.");
            }

            await LoadAsync();
        }
        finally
        {
            _isSaving = false;
        }
    }

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        var batches = await Mails.BatchesAsync(Closing);
        if (_open is { } open)
        {
            _open = batches.FirstOrDefault(batch => batch.Id == open.Id && batch.MailingId == open.MailingId);
            _invoices = _open is null ? [] : await Mails.InvoicesAsync(_open.Id, _open.MailingId, Closing);
        }

        _batches = batches;
    }
}
