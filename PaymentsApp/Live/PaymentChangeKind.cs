namespace PaymentsApp.Live;

/// <summary>What happened, as far as a screen must know to decide whether to look again.</summary>
public enum PaymentChangeKind
{
    /// <summary>Anything may have changed: after a gap in the messages, or after a bulk change.</summary>
    Everything,

    /// <summary>A payment was registered, with whatever it was applied to.</summary>
    Registered,

    /// <summary>An existing payment was applied to invoices.</summary>
    Applied,

    /// <summary>An allocation was taken back.</summary>
    Unapplied,

    /// <summary>A payment or an adjustment was reversed.</summary>
    Reversed,

    /// <summary>A file was kept with a payment.</summary>
    Attached,

    /// <summary>Invoices came or changed otherwise than by a payment.</summary>
    InvoicesChanged,

    /// <summary>Organizations, their contacts or their owners changed.</summary>
    OrganizationsChanged,

    /// <summary>A user's sessions ended, or the user's rights changed.</summary>
    SessionsEnded,

    /// <summary>An invoice was settled in part or whole without money: discount, write-off, commission, deduction.</summary>
    Adjusted,

    /// <summary>Something began to wait for a second person, or was decided.</summary>
    ApprovalsChanged,

    /// <summary>A refund was asked for, paid or taken back.</summary>
    Refunded,

    /// <summary>A dispute was opened, answered or closed.</summary>
    DisputesChanged,

    /// <summary>A check run was typed, posted or discarded.</summary>
    CheckRunsChanged,

    /// <summary>A deposit was made or closed.</summary>
    DepositsChanged,

    /// <summary>A mail was queued, sent, failed or withdrawn.</summary>
    MailChanged,

    /// <summary>A promise, a note or a plan about a client account was written, or a promise withdrawn.</summary>
    FollowedUp,

    /// <summary>A bank's file was imported, or somebody decided about a line of one.</summary>
    BankLinesChanged,
}
