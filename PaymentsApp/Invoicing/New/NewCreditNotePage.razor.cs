using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PaymentsApp.Components;
using PaymentsApp.Invoicing.Details;
using PaymentsApp.Payments;
using Radzen;

namespace PaymentsApp.Invoicing.New;

/// <summary>Types one credit note.</summary>
public sealed partial class NewCreditNotePage : ComponentBase, IDisposable
{
    private const int RemarkLength = 250; // the reason's name stands before it

    private readonly CancellationTokenSource _closing = new();
    private NewCreditNoteDraft? _draft;
    private DateOnly _today;
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;
    private bool _isTyped;

    /// <summary>The organization to start with, from its page.</summary>
    [SupplyParameterFromQuery(Name = "organization")] public int? OrganizationId { get; set; }

    [Inject] private InvoiceService Invoices { get; set; } = default!;

    [Inject] private InvoiceQueries Queries { get; set; } = default!;

    [Inject] private PaymentWindowQueries Payers { get; set; } = default!;

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
        var defaults = await Queries.CreditNoteDefaultsAsync(_closing.Token);
        var draft = new NewCreditNoteDraft(defaults.Number, defaults.Currency, defaults.Today);
        if (OrganizationId is { } id && await Payers.FindPayerAsync(id, _closing.Token) is { } organization)
        {
            draft.Choose(organization);
        }

        (_draft, _today) = (draft, defaults.Today);
    }

    private void Choose(PayerChoice organization)
    {
        _draft?.Choose(organization);
        _isTyped = true;
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
            if (draft.ToCommand(_today, out _problems) is not { } command)
            {
                return;
            }

            // Not cancelled when the user leaves: a save is finished.
            switch (await Invoices.AddCreditNoteAsync(command, CancellationToken.None))
            {
                case AddCreditNoteResult.Added added:
                    _isTyped = false;
                    Toasts.Success($"Credit note {added.Number} added.");
                    Navigation.NavigateTo($"/ad-sales/organizations/{command.OrganizationId}/credit");
                    break;
                case AddCreditNoteResult.Refused refused:
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
}
