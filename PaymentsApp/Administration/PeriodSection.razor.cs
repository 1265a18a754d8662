using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Live;

namespace PaymentsApp.Administration;

/// <summary>Closes the books through a day, and opens them again with a second administrator.</summary>
public sealed partial class PeriodSection : LiveComponent
{
    private PeriodState? _state;
    private DateOnly? _through;
    private string _reason = string.Empty;
    private IReadOnlyList<string> _problems = [];
    private Guid _requestId = Guid.CreateVersion7();
    private bool _isSaving;

    [Inject] private PeriodService Periods { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    // An earlier day, or none at all, opens what is closed.
    private bool IsReopening => _state?.ClosedThrough is { } closed && (_through is null || _through < closed);

    private string? Hint => !IsReopening ? null
        : _through is null ? "Without a day nothing is closed any more. A second administrator has to approve it."
        : "This opens days again. A second administrator has to approve it.";

    protected override async Task OnInitializedAsync()
    {
        _state = await Periods.FindAsync(Closing);
        _through = _state.ClosedThrough;
    }

    // What is typed stays; what is closed, and what waits, follows.
    protected override async Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => _state = await Periods.FindAsync(Closing);

    protected override bool Concerns(PaymentChange change) => change.Kind == PaymentChangeKind.Everything;

    private static string WishOf(ReopenRequest request) => request.Through is { } through
        ? $"reopen all days after {through.ToString("d", CultureInfo.CurrentCulture)}"
        : "reopen all days";

    private Task SaveAsync()
    {
        if (IsReopening)
        {
            return ChangeAsync(
                () => Periods.RequestReopenAsync(_requestId, _through, _reason, CancellationToken.None), "Another administrator can approve it now.");
        }

        if (_through is not { } through)
        {
            _problems = ["Enter the last day to close."];
            return Task.CompletedTask;
        }

        return ChangeAsync(
            () => Periods.CloseAsync(through, _reason, CancellationToken.None), $"Closed through {through.ToString("d", CultureInfo.CurrentCulture)}.");
    }

    private Task DecideAsync(ReopenRequest request, bool isApproved) => ChangeAsync(
        () => Periods.DecideReopenAsync(request.Id, isApproved, CancellationToken.None),
        isApproved ? "The days are open again." : request.IsOwn ? "The request is withdrawn." : "The request is rejected.");

    private async Task ChangeAsync(Func<Task<string?>> change, string done)
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var problem = await change();
            _problems = problem is null ? [] : [problem];
            if (problem is null)
            {
                Toasts.Success(done);
                _reason = string.Empty;
                _requestId = Guid.CreateVersion7();
                _state = await Periods.FindAsync(Closing);
                _through = _state.ClosedThrough;
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
