using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Disputes;

/// <summary>One dispute with its history; answered and closed here. The screen around it is live and brings the new one.</summary>
public sealed partial class DisputeCard : ComponentBase
{
    private Guid _messageId = Guid.CreateVersion7();
    private string _text = "";
    private DisputeOutcome _outcome;
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;

    [Parameter, EditorRequired] public DisputeView Dispute { get; set; } = default!;

    [Inject] private DisputeService Disputes { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private static string At(DateTime at) => at.ToString("g", CultureInfo.CurrentCulture);

    private static string OutcomeText(DisputeOutcome outcome) => outcome switch
    {
        DisputeOutcome.ClientPays => "The client pays",
        DisputeOutcome.Conceded => "The client is right",
        DisputeOutcome.Mistaken => "Opened by mistake",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without words."),
    };

    // Not cancelled when the person leaves: what was said must not be lost.
    private Task AnswerAsync() => SaveAsync(() => Disputes.AnswerAsync(Dispute.Id, _messageId, _text, CancellationToken.None), "Answer sent.");

    private Task CloseAsync() => SaveAsync(() => Disputes.CloseAsync(Dispute.Id, _messageId, _outcome, _text, CancellationToken.None), "Dispute closed.");

    private async Task SaveAsync(Func<Task<CorrectionResult>> save, string done)
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        StateHasChanged();
        try
        {
            var result = await save();
            _problems = result is CorrectionResult.Refused refused
                ? [.. refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture))]
                : [];
            if (_problems.Count == 0)
            {
                Toasts.Success(done);
                _text = "";
                _messageId = Guid.CreateVersion7();
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
