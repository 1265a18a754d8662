using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.Payments.Approvals;

/// <summary>What waits for a second person, with the buttons to decide.</summary>
public sealed partial class ApprovalsList : LiveComponent
{
    private IReadOnlyList<ApprovalView>? _waiting;
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;

    [Inject] private ApprovalQueries Queries { get; set; } = default!;

    [Inject] private PaymentService Payments { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override bool Concerns(PaymentChange change) =>
        change.Kind is PaymentChangeKind.ApprovalsChanged or PaymentChangeKind.Registered or PaymentChangeKind.Refunded or PaymentChangeKind.Everything;

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string TitleOf(ApprovalView request) => request.Kind switch
    {
        ApprovalKind.Refund => "Refund",
        ApprovalKind.CreditNoteRefund => "Refund of a credit note",
        ApprovalKind.Adjustment when request.Difference is { } difference => DifferenceText.Of(difference.Kind),
        _ => throw new UnreachableException(request.Kind.ToString()),
    };

    private static string ReasonOf(ApprovalView request) =>
        request.Difference?.Note is { } note ? $"{request.Reason}: {note}" : request.Reason;

    private Task ApproveAsync(ApprovalView request) => DecideAsync(
        () => Payments.ApproveAsync(new DecideApproval(request.Id, null), CancellationToken.None), $"{TitleOf(request)} approved.");

    private Task WithdrawAsync(ApprovalView request) => DecideAsync(
        () => Payments.WithdrawAsync(new DecideApproval(request.Id, null), CancellationToken.None), $"{TitleOf(request)} withdrawn.");

    private Task RejectAsync(ApprovalView request) => RejectDialog.OpenAsync(Dialogs, request.Id, TitleOf(request));

    // Not cancelled when the person leaves: a decision that was made must not be lost.
    private async Task DecideAsync(Func<Task<CorrectionResult>> decide, string done)
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var result = await decide();
            _problems = result is CorrectionResult.Refused refused
                ? [.. refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture))]
                : [];
            if (_problems.Count == 0)
            {
                Toasts.Success(done);
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
        _waiting = await Queries.WaitingAsync(Closing);
    }
}
