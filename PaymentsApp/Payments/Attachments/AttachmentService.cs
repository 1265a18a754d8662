using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Attachments;

/// <summary>
/// Files kept with payments, in the database: a backup has them, every machine has them, and none lies where a web server could hand it out.
/// </summary>
public sealed class AttachmentService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    private const string NoPayment = "There is no such payment.";

    /// <summary>The files of a payment, oldest first; none for a payment that this person may not see whole.</summary>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<IReadOnlyList<AttachmentView>> ListAsync(Guid paymentId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var rows = await db.Attachments.AsNoTracking()
            .Where(attachment => attachment.PaymentId == paymentId && access.WholePayments(db).Any(payment => payment.Id == paymentId))
            .OrderBy(attachment => attachment.RecordedAt).ThenBy(attachment => attachment.FileName)
            .Join(db.Users, attachment => attachment.RecordedById, user => user.Id, (attachment, user) => new { attachment, user.DisplayName })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new AttachmentView(
                row.attachment.Id, row.attachment.FileName, row.attachment.Kind, row.attachment.Length, row.DisplayName, clock.LocalOf(row.attachment.RecordedAt))),
        ];
    }

    /// <summary>The file; null when there is none that this person may see.</summary>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<AttachmentFile?> DownloadAsync(Guid attachmentId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await db.Attachments
            .Where(attachment => attachment.Id == attachmentId && access.WholePayments(db).Any(payment => payment.Id == attachment.PaymentId))
            .Join(db.AttachmentContents, attachment => attachment.Id, content => content.Id,
                (attachment, content) => new AttachmentFile(attachment.FileName, content.Bytes))
            .SingleOrDefaultAsync(cancel);
    }

    /// <summary>Keeps a file with a payment. The same file again is kept once.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="fileName">As the browser said it.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancel">Pass none for what a user asked for.</param>
    /// <returns>Null when it is kept, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">The person may not register payments.</exception>
    public async Task<string?> AddAsync(Guid paymentId, string fileName, byte[] bytes, CancellationToken cancel)
    {
        var kind = Attachment.KindOf(bytes);
        var problem = bytes.Length > Attachment.BytesMax ? $"{fileName} is larger than {Attachment.BytesMax / 1024 / 1024} MB."
            : kind is null ? $"{fileName} is no PDF, PNG or JPEG."
            : CardNumbers.Contains(fileName) ? "The file name looks like a card number. It must not be stored."
            : null;
        return await writes.ExecuteAsync(
            async (db, changes, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
                if (await access.WholePayments(db).AsNoTracking().SingleOrDefaultAsync(payment => payment.Id == paymentId, cancel) is not { } payment)
                {
                    return NoPayment;
                }

                if (problem is not null)
                {
                    return problem;
                }

                var recorded = clock.RecordedBy(access.UserId);
                var attachment = new Attachment(Guid.CreateVersion7(recorded.At), paymentId, Attachment.CleanName(fileName, kind!.Value), kind.Value, bytes, recorded);
                var hashes = await db.Attachments.Where(other => other.PaymentId == paymentId).Select(other => other.Sha256).ToListAsync(cancel);
                if (hashes.Contains(attachment.Sha256))
                {
                    return null;
                }

                if (hashes.Count >= Attachment.CountMax)
                {
                    return $"A payment has at most {Attachment.CountMax} attachments.";
                }

                db.Attachments.Add(attachment);
                db.AttachmentContents.Add(new AttachmentContent(attachment.Id, bytes));
                await db.AppendAuditAsync(FactOf(payment, attachment), recorded, cancel);
                await db.SaveChangesAsync(cancel);
                changes.Add(new PaymentChange(PaymentChangeKind.Attached, paymentId, [payment.PayerId], []));
                return null;
            },
            cancel);
    }

    private static AuditFact FactOf(Payment payment, Attachment attachment) => new AuditFact(
        "Attached",
        nameof(Payment),
        payment.Id.ToString(),
        JsonSerializer.Serialize(new { number = payment.Number, fileName = attachment.FileName, bytes = attachment.Length, sha256 = attachment.Sha256 }),
        payment.PayerId);
}
