using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.Payments.Credits;

/// <summary>Offers the credit of an organization wherever its open invoices are shown.</summary>
public sealed partial class CreditBanner : LiveComponent
{
    private (int OrganizationId, int? InvoiceId, int? ClientId)? _asked;
    private CreditOffer? _offer;
    private bool _isSaving;

    [Parameter, EditorRequired] public int OrganizationId { get; set; }

    /// <summary>The invoice that is selected; null: all open ones of the organization.</summary>
    [Parameter] public int? InvoiceId { get; set; }

    /// <summary>The client for which the organization pays: only its invoices. Null: whatever the organization may pay.</summary>
    [Parameter] public int? ClientId { get; set; }

    /// <summary>Leads to the credit of the organization; not where that is shown already.</summary>
    [Parameter] public bool IsLinked { get; set; }

    [Inject] private CreditQueries Queries { get; set; } = default!;

    [Inject] private PaymentService Payments { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_asked != (OrganizationId, InvoiceId, ClientId))
        {
            (_asked, _offer) = ((OrganizationId, InvoiceId, ClientId), null);
            await LoadAsync();
        }
    }

    protected override bool Concerns(PaymentChange change) => base.Concerns(change) && (change.Touches(OrganizationId) || (ClientId is { } client && change.Touches(client)));

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string Text(MoneyPerCurrency amounts) =>
        string.Join(" and ", amounts.Select(amount => MoneyText.WithCode(amount, CultureInfo.CurrentCulture)));

    // What a rep may only see: credit of the agency is there for all its clients.
    private static bool IsWorthSaying(CreditOffer offer, int? clientId) => offer.Uses.Count > 0 || (!offer.CanApply && clientId is null);

    private static string Press(CreditOffer offer) => offer.Into is { } number
        ? $"Apply {Text(offer.Applied)} to {number}"
        : $"Apply {Text(offer.Applied)} to {offer.InvoiceCount.ToString("N0", CultureInfo.CurrentCulture)} invoices";

    private async Task LoadAsync()
    {
        var asked = _asked;
        var offer = ClientId is { } client
            ? await Queries.FindOfferForClientAsync(OrganizationId, client, Closing)
            : await Queries.FindOfferAsync(OrganizationId, InvoiceId, Closing);
        if (asked == _asked)
        {
            _offer = offer;
        }
    }

    // What was offered is what is done: a colleague who was quicker is named, and nothing is applied.
    private async Task ApplyAsync()
    {
        if (_isSaving || _offer is not { Uses.Count: > 0 } offer)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var command = new UseCredit(offer.Uses);

            // Not cancelled when the person leaves: a save that was asked for must not be lost.
            switch (await Payments.UseCreditAsync(command, CancellationToken.None))
            {
                case CorrectionResult.Refused refused:
                    Toasts.Note("Nothing was applied. " + string.Join(' ', refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture))));
                    break;
                default:
                    Toasts.Success(
                        $"{Text(offer.Applied)} of credit applied.",
                        UndoStep.Of(Toasts, Clock, () => Payments.TakeBackCreditAsync(command, UndoStep.Reason, CancellationToken.None)));
                    break;
            }

            await LoadAsync();
        }
        finally
        {
            _isSaving = false;
        }
    }

    private Task ChooseAsync() => NewPaymentDialog.OpenAsync(Dialogs, NewPaymentStart.WithCredit(OrganizationId, InvoiceId));
}
