using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PaymentsApp.Components;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Payments;
using Radzen;

namespace PaymentsApp.Invoicing.New;

/// <summary>Types one invoice, so that one can start without a file.</summary>
public sealed partial class NewInvoicePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private NewInvoiceDraft? _draft;
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;
    private bool _isTyped;

    [Inject] private InvoiceService Invoices { get; set; } = default!;

    [Inject] private InvoiceQueries Queries { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var defaults = await Queries.DefaultsAsync(_closing.Token);
        _draft = NewInvoiceDraft.Begin(defaults.Number, defaults.Currency, defaults.Today);
    }

    private async Task ChooseAsync(PayerChoice organization)
    {
        if (await Queries.PaymentTermsAsync(organization.OrganizationId, _closing.Token) is { } days)
        {
            _draft?.Choose(organization, days);
            _isTyped = true;
        }
    }

    private async Task SaveAsync()
    {
        if (_isSaving || _draft is not { } draft)
        {
            return;
        }

        _isSaving = true;
        try
        {
            await Task.Yield(); // a box that is being left says what was typed first
            if (draft.ToCommand(out _problems) is not { } command)
            {
                return;
            }

            // Not cancelled when the user leaves: a save is finished.
            switch (await Invoices.AddAsync(command, CancellationToken.None))
            {
                case AddInvoiceResult.Added added:
                    _isTyped = false;
                    Toasts.Success($"Invoice {added.Number} added.", $"/finance/invoices/{added.InvoiceId}");
                    Navigation.NavigateTo($"/finance/invoices/{added.InvoiceId}");
                    break;
                case AddInvoiceResult.Refused refused:
                    _problems = refused.Problems;
                    break;
            }
        }
        finally
        {
            _isSaving = false;
        }
    }

    private async Task MayLeaveAsync(LocationChangingContext context)
    {
        if (_isTyped && !await ConfirmDialog.AskAsync(Dialogs, "Leave without saving?", "What you typed is lost.", "Leave", "Stay", isDangerous: true))
        {
            context.PreventNavigation();
        }
    }

    private static string Name(NewInvoiceDraftRow row, string part) => $"{part}-{row.Id:N}";
}
