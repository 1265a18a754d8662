using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Drafts;

/// <summary>A New payment window of this person that was neither saved nor cancelled, as it is offered.</summary>
/// <param name="PaymentId">The window's id.</param>
/// <param name="Payer">Null while none was chosen.</param>
/// <param name="Amount">Null: none was typed.</param>
/// <param name="Reference">Empty: none was typed.</param>
/// <param name="KeptAt">When it was last changed; the company's clock.</param>
public sealed record UnfinishedPayment(Guid PaymentId, string? Payer, Money? Amount, string Reference, DateTime KeptAt)
{
    /// <summary>The number under which it was registered after all: only the answer was lost. Null: it is not registered.</summary>
    public long? RegisteredNumber { get; init; }
}
