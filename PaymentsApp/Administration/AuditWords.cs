namespace PaymentsApp.Administration;

/// <summary>What the audit log speaks of, for its filters. A test compares the lists with the source.</summary>
internal static class AuditWords
{
    public static readonly IReadOnlyList<string> Entities =
    [
        "Approval", "AuditLog", "BankAccount", "BankFile", "BankLine", "CreditHold", "CreditNote", "DemoData", "Deposit", "Dispute", "FollowUp",
        "Invoice", "InvoiceBatch", "Journal", "LedgerAccount", "Mail", "Organization", "Payment", "PaymentBatch", "PaymentType", "Period",
        "Promise",
        "Settings", "User",
    ];

    public static readonly IReadOnlyList<string> Actions =
    [
        "Accepted", "Activated", "Added", "Adjusted", "AdjustmentReversed", "Answered", "Applied", "Approved", "Attached", "Called",
        "CancellationReversed", "Cancelled", "Changed", "Closed", "Corrected", "Deactivated", "DepositClosed", "Deposited", "DisputeClosed",
        "Exported", "Failed", "FollowedUp", "HoldPlaced", "HoldReleased", "HoldRuleSet", "Imported", "LimitsChanged", "Loaded", "Lost",
        "MailSettingsChanged", "MailSwitched", "MailTextChanged", "MarkedNotReceipt", "Moved", "Noted", "Opened", "PasswordChanged", "PasswordReset", "Posted",
        "PromiseWithdrawn", "Promised", "Queued", "QueuedAgain", "RefundRequested", "RefundReversed", "Refunded", "Registered", "Rejected", "RemindersChanged",
        "ReopenRejected", "ReopenRequested", "ReopenWithdrawn", "Reopened", "Requested", "Returned", "Reversed", "RolesChanged", "Seeded", "Sent",
        "SettingsChanged", "SignedIn", "SignedOutEverywhere", "Started", "StatementSent", "Taken", "TakenOut", "Unapplied", "Undone", "Unlocked", "Withdrawn",
    ];

    /// <summary>"SignedOutEverywhere" as "Signed out everywhere".</summary>
    public static string Text(string word)
    {
        var text = string.Concat(word.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
