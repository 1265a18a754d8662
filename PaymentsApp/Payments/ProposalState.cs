namespace PaymentsApp.Payments;

/// <summary>Why rows of the window are ticked without being asked for, or why none is.</summary>
public enum ProposalState
{
    /// <summary>Nothing to propose: amount or payer are missing, or a person chose the invoices.</summary>
    None,

    /// <summary>The one set that adds up is ticked.</summary>
    OnlySet,

    /// <summary>A person took a proposal.</summary>
    Taken,

    /// <summary>Oldest first, since the payer's policy says so.</summary>
    OldestFirst,

    /// <summary>Magazine issue by magazine issue, since the payer's policy says so.</summary>
    ByIssue,

    /// <summary>The payer's policy is to leave the money unapplied.</summary>
    LeftUnapplied,

    /// <summary>Several sets add up: a person chooses.</summary>
    Rivals,

    /// <summary>It is proven that nothing adds up.</summary>
    NothingAddsUp,

    /// <summary>There are too many invoices to be certain.</summary>
    NotCertain,
}
