namespace PaymentsApp.Domain;

/// <summary>Why a payment may be there already, the surest first.</summary>
public enum DuplicateKind
{
    /// <summary>The same check number or reference of the same payer.</summary>
    SameReference,

    /// <summary>The same payer and amount, a week apart at most.</summary>
    SameAmount,

    /// <summary>The money that is applied to nothing is the total of an invoice which this payer paid in full before.</summary>
    InvoicePaid,
}
