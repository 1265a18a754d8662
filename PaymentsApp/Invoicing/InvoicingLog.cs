namespace PaymentsApp.Invoicing;

internal static partial class InvoicingLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Invoice {InvoiceId} added by {UserId}")]
    public static partial void Added(this ILogger logger, int invoiceId, string userId);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Information, Message = "{Count} invoices added to batch {BatchId} by {UserId}")]
    public static partial void AddedMany(this ILogger logger, int count, int batchId, string userId);

    [LoggerMessage(EventId = 4006, Level = LogLevel.Information, Message = "Credit note {CreditNoteId} added by {UserId}")]
    public static partial void CreditNoteAdded(this ILogger logger, Guid creditNoteId, string userId);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Information,
        Message = "Import of batch {BatchId} ended: {Added} added, {Unchanged} unchanged, {Rejected} rejected")]
    public static partial void ImportEnded(this ILogger logger, int batchId, long added, long unchanged, long rejected);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Error, Message = "An import failed")]
    public static partial void ImportFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 4005, Level = LogLevel.Warning, Message = "A file of an earlier import could not be deleted")]
    public static partial void CleaningFailed(this ILogger logger, Exception exception);
}
