namespace PaymentsApp.Payments;

/// <summary>One line per business fact: ids, never names or amounts.</summary>
internal static partial class PaymentLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Payment {PaymentId} registered for organization {OrganizationId} by {UserId}")]
    public static partial void Registered(this ILogger logger, Guid paymentId, int organizationId, string userId);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "{Count} payments registered by {UserId}")]
    public static partial void RegisteredMany(this ILogger logger, int count, string userId);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Information, Message = "Payment {PaymentId} applied to invoice {InvoiceId} by {UserId}")]
    public static partial void Applied(this ILogger logger, Guid paymentId, int invoiceId, string userId);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Information, Message = "Allocation {AllocationId} of payment {PaymentId} unapplied by {UserId}")]
    public static partial void Unapplied(this ILogger logger, Guid allocationId, Guid paymentId, string userId);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Information, Message = "Payment {PaymentId} reversed by {UserId}")]
    public static partial void Reversed(this ILogger logger, Guid paymentId, string userId);

    [LoggerMessage(EventId = 1006, Level = LogLevel.Error, Message = "Payment {PaymentId} could not be saved; the window keeps it")]
    public static partial void SaveFailed(this ILogger logger, Exception exception, Guid paymentId);

    [LoggerMessage(EventId = 1007, Level = LogLevel.Warning, Message = "What was typed for payment {PaymentId} could not be kept; the next change tries again")]
    public static partial void DraftNotKept(this ILogger logger, Exception exception, Guid paymentId);

    [LoggerMessage(EventId = 1020, Level = LogLevel.Information, Message = "Difference {AdjustmentId} asked for on invoice {InvoiceId} by {UserId}")]
    public static partial void Adjusted(this ILogger logger, Guid adjustmentId, int invoiceId, string userId);

    [LoggerMessage(EventId = 1021, Level = LogLevel.Information, Message = "Difference {AdjustmentId} on invoice {InvoiceId} taken back by {UserId}")]
    public static partial void AdjustmentReversed(this ILogger logger, Guid adjustmentId, int invoiceId, string userId);

    [LoggerMessage(EventId = 1022, Level = LogLevel.Information, Message = "Request {RequestId} decided (approved: {IsApproved}) by {UserId}")]
    public static partial void Decided(this ILogger logger, Guid requestId, bool isApproved, string userId);

    [LoggerMessage(EventId = 1016, Level = LogLevel.Information, Message = "Credit used {Count} times, first on invoice {InvoiceId}, by {UserId}")]
    public static partial void CreditUsed(this ILogger logger, int count, int invoiceId, string userId);

    [LoggerMessage(EventId = 1010, Level = LogLevel.Information, Message = "Allocation {AllocationId} of payment {PaymentId} moved to invoice {InvoiceId} by {UserId}")]
    public static partial void Moved(this ILogger logger, Guid allocationId, Guid paymentId, int invoiceId, string userId);

    [LoggerMessage(EventId = 1011, Level = LogLevel.Information, Message = "Payment {PaymentId} corrected as {NewPaymentId} by {UserId}")]
    public static partial void Corrected(this ILogger logger, Guid paymentId, Guid newPaymentId, string userId);

    [LoggerMessage(EventId = 1012, Level = LogLevel.Information, Message = "Refund {RefundId} of payment {PaymentId} asked for by {UserId}")]
    public static partial void RefundRequested(this ILogger logger, Guid refundId, Guid paymentId, string userId);

    [LoggerMessage(EventId = 1013, Level = LogLevel.Information, Message = "Refund {RefundId} of payment {PaymentId} approved by {UserId}")]
    public static partial void Refunded(this ILogger logger, Guid refundId, Guid paymentId, string userId);

    [LoggerMessage(EventId = 1014, Level = LogLevel.Information, Message = "Refund {RefundId} of payment {PaymentId} taken back by {UserId}")]
    public static partial void RefundReversed(this ILogger logger, Guid refundId, Guid paymentId, string userId);

    [LoggerMessage(EventId = 1015, Level = LogLevel.Information, Message = "Payment {PaymentId} returned by the bank ({ReturnCode}), recorded by {UserId}")]
    public static partial void Returned(this ILogger logger, Guid paymentId, string returnCode, string userId);

    [LoggerMessage(EventId = 1030, Level = LogLevel.Information, Message = "Credit note {CreditNoteId} cancelled by {UserId}")]
    public static partial void CreditNoteCancelled(this ILogger logger, Guid creditNoteId, string userId);

    [LoggerMessage(EventId = 1031, Level = LogLevel.Information, Message = "Refund {RefundId} of credit note {CreditNoteId} asked for by {UserId}")]
    public static partial void CreditNoteRefundRequested(this ILogger logger, Guid refundId, Guid creditNoteId, string userId);

    [LoggerMessage(EventId = 1032, Level = LogLevel.Information, Message = "Refund {RefundId} of credit note {CreditNoteId} approved by {UserId}")]
    public static partial void CreditNoteRefunded(this ILogger logger, Guid refundId, Guid creditNoteId, string userId);

    [LoggerMessage(EventId = 1033, Level = LogLevel.Information, Message = "Withdrawal {WithdrawalId} of credit note {CreditNoteId} taken back by {UserId}")]
    public static partial void WithdrawalReversed(this ILogger logger, Guid withdrawalId, Guid creditNoteId, string userId);
}
