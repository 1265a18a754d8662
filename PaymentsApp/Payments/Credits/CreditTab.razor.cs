using Microsoft.AspNetCore.Components;
using PaymentsApp.Live;
using PaymentsApp.Payments.Details;
using Radzen;

namespace PaymentsApp.Payments.Credits;

/// <summary>The credit of one organization, with what Finance can do about it.</summary>
public sealed partial class CreditTab : LiveComponent
{
    private CreditAccount? _account;

    [Parameter, EditorRequired] public int OrganizationId { get; set; }

    [Inject] private CreditQueries Queries { get; set; } = default!;

    [Inject] private PaymentDetailQueries Details { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override bool Concerns(PaymentChange change) => base.Concerns(change) && change.Touches(OrganizationId);

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private async Task LoadAsync() => _account = await Queries.AccountAsync(OrganizationId, Closing);

    private Task OnAccountAsync() => NewPaymentDialog.OpenAsync(Dialogs, NewPaymentStart.OnAccount(OrganizationId));

    private Task ApplyAsync(OpenCredit credit) => WithPaymentAsync(credit, payment => ApplyCreditDialog.OpenAsync(Dialogs, payment));

    private Task RefundAsync(OpenCredit credit) => WithPaymentAsync(credit, payment => RefundDialog.OpenAsync(Dialogs, payment));

    // Money of another payer is registered again under the right one; the old payment stays visible, linked.
    private Task MoveAsync(OpenCredit credit) => WithPaymentAsync(credit, payment => CorrectPaymentDialog.OpenAsync(Dialogs, payment));

    private async Task WithPaymentAsync(OpenCredit credit, Func<PaymentView, Task> open)
    {
        if (await Details.FindAsync(credit.Id, Closing) is { } payment)
        {
            await open(payment);
        }
    }
}
