using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.Payments.Balances;

/// <summary>The facts that make a figure, with a running balance that ends at it. Follows what colleagues do.</summary>
public sealed partial class BalanceDialog : LiveComponent
{
    private BalanceView? _balance;
    private bool _isLoaded;

    [Parameter, EditorRequired] public BalanceSubject Subject { get; set; } = default!;

    [Inject] private BalanceFactQueries Queries { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    private string FigureName => Subject.Kind == BalanceKind.Outstanding ? "Outstanding" : "Unapplied credit";

    public static Task OpenAsync(DialogService dialogs, BalanceSubject subject, string title) => dialogs.OpenAsync<BalanceDialog>(
        title,
        new Dictionary<string, object?> { [nameof(Subject)] = subject },
        new DialogOptions { Width = "min(820px, 100vw)", CloseDialogOnOverlayClick = true });

    protected override bool Concerns(PaymentChange change) => base.Concerns(change)
        && ((Subject.InvoiceId is { } invoiceId && change.TouchesInvoice(invoiceId))
            || (Subject.PaymentId is { } paymentId && change.TouchesPayment(paymentId))
            || (Subject.OrganizationId is { } organizationId && change.Touches(organizationId)));

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    // A plus makes the direction readable without colour.
    private static RenderFragment Signed(Money change) => builder =>
    {
        if (change.IsPositive)
        {
            builder.AddContent(0, "+");
        }

        builder.AddContent(1, Amount.Of(change, hasCode: false));
    };

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the window open first.
        _balance = await Queries.FindAsync(Subject, Closing);
        _isLoaded = true;
    }
}
