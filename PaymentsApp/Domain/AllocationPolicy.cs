namespace PaymentsApp.Domain;

/// <summary>What the window proposes for a payment of this payer, and gives as its reason.</summary>
public enum AllocationPolicy
{
    /// <summary>Invoices that add up to the amount, when there is one such set; nothing otherwise.</summary>
    ExactFirst,

    /// <summary>The oldest due first, the last one in part.</summary>
    OldestFirst,

    /// <summary>Magazine issue after magazine issue, oldest first, each wholly before the next.</summary>
    ByIssue,

    /// <summary>Nothing: the money stays unapplied credit until a person decides.</summary>
    LeaveUnapplied,
}
