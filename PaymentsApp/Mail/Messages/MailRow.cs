using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Messages;

/// <summary>A mail of the outbox in a list.</summary>
public sealed record MailRow(
    Guid Id,
    MailKind Kind,
    MailState State,
    int? ReminderLevel,
    int? OrganizationId,
    string? Organization,
    string Recipients,
    string Subject,
    DateTime QueuedAt,
    string QueuedBy,
    DateTime? FinishedAt,
    DateTime NextAttemptAt,
    int Attempts,
    string? Note);
