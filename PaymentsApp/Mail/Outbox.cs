using System.Text.Json;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Mail;

/// <summary>
/// The one way to send a mail: it is queued in the transaction of the business fact that it tells of, so both are there or neither.
/// The worker sends it after the commit.
/// </summary>
public static class Outbox
{
    /// <summary>The most bytes of all files of a mail: what mail servers commonly take, encoded.</summary>
    public const int FilesBytesMax = 15 * 1024 * 1024;

    /// <summary>Puts a mail into the outbox, with an audit entry, and tells the screens.</summary>
    /// <param name="db">The context of the transaction; saved by the caller.</param>
    /// <param name="mail">Addresses and sizes are checked by the caller, who can say what is wrong.</param>
    /// <param name="recorded">Who, and when.</param>
    /// <param name="changes">Those of the write.</param>
    /// <param name="cancel">Stops before the commit.</param>
    public static async Task<OutgoingMail> QueueAsync(
        AppDbContext db, NewMail mail, Recorded recorded, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        Invariant.Holds(mail.To.Count is > 0 and <= MailAddresses.CountMax && mail.To.All(MailAddresses.IsAddress), "A mail goes to addresses.");
        Invariant.Holds(mail.Files.Sum(file => file.Bytes?.LongLength ?? 0) <= FilesBytesMax, "The files of a mail are within the bound.");
        var queued = new OutgoingMail(
            mail.Id, mail.Kind, mail.OrganizationId, string.Join(", ", mail.To), mail.Text, mail.Culture.Name, recorded);
        if (mail.PaymentId is { } paymentId)
        {
            queued.TellOf(paymentId);
        }

        if (mail.MailingId is { } mailingId)
        {
            queued.BelongTo(mailingId);
        }

        if (mail.ReminderLevel is { } level)
        {
            queued.RemindAt(level);
        }

        foreach (var invoice in mail.Invoices)
        {
            queued.Name(invoice);
        }

        foreach (var (index, file) in mail.Files.Index())
        {
            queued.Attach(file.Maker is { } maker
                ? MailAttachment.MadeAtSending(mail.Id, index + 1, file.Name, file.ContentType, maker.Name, maker.From)
                : MailAttachment.Of(mail.Id, index + 1, file.Name, file.ContentType, file.Bytes ?? throw new InvalidOperationException("A file has bytes or a maker.")));
        }

        db.OutgoingMails.Add(queued);
        await db.AppendAuditAsync(Fact("Queued", queued), recorded, cancel);
        changes.Add(ChangeOf(queued));
        return queued;
    }

    /// <summary>What the audit log says of a mail: what it was, never to whose address, nor its words.</summary>
    internal static AuditFact Fact(string action, OutgoingMail mail, string? note = null) => new(
        action,
        "Mail",
        mail.Id.ToString(),
        JsonSerializer.Serialize(new
        {
            kind = mail.Kind.ToString(),
            subject = mail.Subject,
            reminderLevel = mail.ReminderLevel,
            paymentId = mail.PaymentId,
            note,
        }),
        mail.OrganizationId);

    internal static PaymentChange ChangeOf(OutgoingMail mail) => new(
        PaymentChangeKind.MailChanged, mail.PaymentId, mail.OrganizationId is { } id ? [id] : [], []);
}
