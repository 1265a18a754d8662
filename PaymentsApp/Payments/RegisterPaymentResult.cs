using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What became of a registration.</summary>
public abstract record RegisterPaymentResult
{
    /// <summary>The payment is on disk.</summary>
    public sealed record Registered(Guid PaymentId, long Number) : RegisterPaymentResult
    {
        /// <summary>How many of its differences wait for another person; their invoices stay open by that much.</summary>
        public int AwaitingApproval { get; init; }

        /// <summary>A receipt by mail was asked for, and nobody at the payer has an address.</summary>
        public bool HasNoAddress { get; init; }

        /// <summary>The person may take it back, too.</summary>
        public bool CanUndo { get; init; }
    }

    /// <summary>The same id with the same figures came before: nothing was written again.</summary>
    public sealed record AlreadyRegistered(Guid PaymentId, long Number) : RegisterPaymentResult;

    /// <summary>Nothing was written: it may be there already. Sent again with <see cref="RegisterPayment.Confirmed"/> it is registered.</summary>
    public sealed record NeedsConfirmation(IReadOnlyList<PossibleDuplicate> Duplicates) : RegisterPaymentResult;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<PaymentProblem> Problems) : RegisterPaymentResult;
}
