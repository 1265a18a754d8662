using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail;

/// <summary>A mail on its way into the outbox.</summary>
/// <param name="Id">Made by the caller (Guid v7); the idempotency key.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="OrganizationId">Whose history it stands in; null for nobody's.</param>
/// <param name="To">Addresses that <see cref="MailAddresses.IsAddress"/> takes.</param>
/// <param name="Text">The words, ready to be sent.</param>
/// <param name="Culture">In whose way they are written.</param>
public sealed record NewMail(Guid Id, MailKind Kind, int? OrganizationId, IReadOnlyList<string> To, MailText Text, CultureInfo Culture)
{
    /// <summary>The payment that it tells of; null for none.</summary>
    public Guid? PaymentId { get; init; }

    /// <summary>Of a reminder.</summary>
    public int? ReminderLevel { get; init; }

    /// <summary>The mails that it is queued with; null for one by itself.</summary>
    public Guid? MailingId { get; init; }

    /// <summary>The invoices that it names: it stands in their history.</summary>
    public IReadOnlyList<Invoice> Invoices { get; init; } = [];

    public IReadOnlyList<NewMailFile> Files { get; init; } = [];
}
