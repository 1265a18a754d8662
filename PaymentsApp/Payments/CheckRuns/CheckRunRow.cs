using PaymentsApp.Domain;
using PaymentsApp.Payments.Drafts;

namespace PaymentsApp.Payments.CheckRuns;

/// <summary>One check of a run.</summary>
/// <param name="PaymentId">Made when its line was begun: posting twice registers it once.</param>
/// <param name="Check">What was typed; the date is the run's.</param>
public sealed record CheckRunRow(Guid PaymentId, DraftContent Check)
{
    /// <summary>The payments that the person has seen and says are other ones.</summary>
    public IReadOnlyList<Guid> Confirmed { get; init; } = [];

    /// <summary>It is still being typed: kept, but no check of the run.</summary>
    public bool IsTyping { get; init; }

    /// <summary>The command that registers it; null when something is missing.</summary>
    public RegisterPayment? ToCommand(DateOnly receivedOn) => (Check with { ReceivedOn = receivedOn }).ToCommand(PaymentId) is { } command
        ? command with { Confirmed = Confirmed }
        : null;
}
