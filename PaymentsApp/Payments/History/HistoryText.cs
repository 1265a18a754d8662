namespace PaymentsApp.Payments.History;

/// <summary>The words of what happened.</summary>
internal static class HistoryText
{
    private static readonly Dictionary<(string Entity, string Action), string> Words = new()
    {
        [("Payment", "Registered")] = "Registered",
        [("Payment", "Attached")] = "File added",
        [("Payment", "RefundRequested")] = "Refund asked for",
        [("Payment", "RefundReversed")] = "Refund taken back",
        [("CreditNote", "Added")] = "Credit note added",
        [("CreditNote", "Cancelled")] = "Credit note cancelled",
        [("CreditNote", "CancellationReversed")] = "Cancellation taken back",
        [("CreditNote", "RefundRequested")] = "Refund of a credit note asked for",
        [("CreditNote", "Refunded")] = "Credit note paid back",
        [("CreditNote", "RefundReversed")] = "Refund taken back",
        [("Payment", "Returned")] = "Returned by the bank",
        [("Invoice", "AdjustmentReversed")] = "Difference taken back",
        [("Invoice", "Added")] = "Invoice added",
        [("Approval", "Requested")] = "Approval asked for",
        [("Approval", "Withdrawn")] = "Request withdrawn",
        [("Approval", "Rejected")] = "Request rejected",
        [("Approval", "Approved")] = "Request approved",
        [("Dispute", "Opened")] = "Dispute opened",
        [("Dispute", "Answered")] = "Dispute answered",
        [("Dispute", "DisputeClosed")] = "Dispute closed",
        [("Promise", "Promised")] = "Promise to pay",
        [("Promise", "PromiseWithdrawn")] = "Promise withdrawn",
        [("FollowUp", "Noted")] = "Note",
        [("FollowUp", "Called")] = "Call",
        [("FollowUp", "FollowedUp")] = "Followed up",
        [("CreditHold", "HoldPlaced")] = "Put on hold",
        [("CreditHold", "HoldReleased")] = "Released from hold",
        [("CreditHold", "HoldRuleSet")] = "Rule of holds set",
        [("Organization", "RemindersChanged")] = "Reminders changed",
        [("Mail", "Queued")] = "Mail put into the outbox",
        [("Mail", "QueuedAgain")] = "Mail to be sent again",
        [("Mail", "Sent")] = "Mail sent",
        [("Mail", "Failed")] = "Mail not sent",
        [("Mail", "Lost")] = "Mail may have been sent",
        [("Mail", "Withdrawn")] = "Mail withdrawn",
        [("Organization", "Added")] = "Account added",
        [("Organization", "Changed")] = "Account changed",
        [("Organization", "StatementSent")] = "Statement sent by mail",
    };

    /// <summary>“Refund asked for”; for what has no words of its own, the audit log's: “Signed out everywhere”.</summary>
    public static string What(string entity, string action) => Words.GetValueOrDefault((entity, action)) ?? Spaced(action);

    /// <summary>"unappliedMinor" is “Unapplied”, "paymentTypeId" is “Payment type”.</summary>
    public static string Name(string property) => property switch
    {
        "discountBasisPoints" or "DiscountBasisPoints" => "Early-payment discount",
        "commissionBasisPoints" or "CommissionBasisPoints" => "Agency commission",
        "number" => "Registered again as",
        _ => Spaced(Without(property, "Minor", "Id")),
    };

    private static string Without(string text, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (text.Length > end.Length && text.EndsWith(end, StringComparison.Ordinal))
            {
                return text[..^end.Length];
            }
        }

        return text;
    }

    private static string Spaced(string word)
    {
        var text = string.Concat(word.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
