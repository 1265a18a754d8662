using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Reminders;

/// <summary>A reminder that is due: one mail to an organization about its invoices at one level.</summary>
/// <param name="OrganizationId">Whom it is about.</param>
/// <param name="Organization">Its name.</param>
/// <param name="Level">Of its policy.</param>
/// <param name="Policy">The policy's name.</param>
/// <param name="Invoices">How many.</param>
/// <param name="Outstanding">Per currency.</param>
/// <param name="OldestDueOn">Of these invoices.</param>
/// <param name="DaysOverdue">Of the oldest.</param>
/// <param name="To">The addresses; empty when nobody has one, and nothing can be sent.</param>
public sealed record ReminderProposal(
    int OrganizationId,
    string Organization,
    ReminderLevel Level,
    string Policy,
    int Invoices,
    IReadOnlyList<Money> Outstanding,
    DateOnly OldestDueOn,
    int DaysOverdue,
    IReadOnlyList<string> To);
