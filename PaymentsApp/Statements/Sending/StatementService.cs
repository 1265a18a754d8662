using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Mail;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Security;

namespace PaymentsApp.Statements.Sending;

/// <summary>Sends statements by mail, through the outbox. Finance only; stands in the history of the organization.</summary>
public sealed class StatementService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, StatementDocuments documents, CompanyClock clock)
{
    private const string NoOrganization = "There is no such organization.";

    /// <summary>Whether mails go out.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<MailReadiness> ReadinessAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.SendMail, db, cancel);
        return await ReadinessAsync(db, cancel);
    }

    /// <summary>To whom and in which words; null when there is no such organization.</summary>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<StatementOffer?> OfferAsync(StatementAsked asked, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.SendMail, db, cancel);
        if (await StatementReader.ReadAsync(db, access, asked, cancel) is not { } statement)
        {
            return null;
        }

        var words = await StatementWords.OfAsync(db, statement, cancel);
        return new StatementOffer(
            statement.Name, await BillingContacts.OfAsync(db, asked.OrganizationId, cancel), words.Subject, words.Text, await ReadinessAsync(db, cancel));
    }

    /// <summary>Puts one statement into the outbox. The same mail again does nothing.</summary>
    /// <param name="command">What was typed.</param>
    /// <param name="culture">Of the sender: on what paper, where the company has not said it.</param>
    /// <param name="cancel">Pass none for what a user asked for.</param>
    /// <returns>Null when it is on its way, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<string?> SendAsync(SendStatement command, CultureInfo culture, CancellationToken cancel)
    {
        // Made before the transaction: nobody waits for a document.
        ReceiptFile? file;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            file = await documents.PrintAsync(db, await currentUser.RequireAsync(Permission.SendMail, db, cancel), command.Asked, culture, cancel);
        }

        return file is null ? NoOrganization : ProblemOf(command, file) ?? await QueueAsync(command, StatementWords.Of(command.Subject, command.Text), file, cancel);
    }

    /// <summary>Sends each of many to its contacts for bills, in the words of the template. The same sending again sends nothing twice.</summary>
    /// <param name="sendingId">Made by the window (Guid v7).</param>
    /// <param name="organizationIds">To whom.</param>
    /// <param name="asked">The same for all; its organization does not count.</param>
    /// <param name="onDone">Hears after each how many are done.</param>
    /// <param name="culture">Of the sender: on what paper, where the company has not said it.</param>
    /// <param name="cancel">Stops in between; what was queued stays so.</param>
    /// <exception cref="AccessDeniedException">The person sends no mails.</exception>
    public async Task<SentStatements> SendManyAsync(
        Guid sendingId, IReadOnlyList<int> organizationIds, StatementAsked asked, Action<int> onDone, CultureInfo culture, CancellationToken cancel)
    {
        var queued = 0;
        List<string> without = [], problems = [];
        foreach (var (done, id) in organizationIds.Index())
        {
            if (MailReadinessText.Of(await ReadinessAsync(cancel)) is { } why)
            {
                problems.Add(why); // of all that are left
                break;
            }

            ReceiptFile? file;
            StatementOffer? offer;
            await using (var db = await contexts.CreateDbContextAsync(cancel))
            {
                var access = await currentUser.RequireAsync(Permission.SendMail, db, cancel);
                offer = await OfferAsync(asked with { OrganizationId = id }, cancel);
                file = offer is null ? null : await documents.PrintAsync(db, access, asked with { OrganizationId = id }, culture, cancel);
            }

            List<string> to = [.. offer?.Recipients.Where(contact => contact.IsBilling).Select(contact => contact.Address).Take(MailAddresses.CountMax) ?? []];
            if (offer is not null && to.Count == 0)
            {
                without.Add(offer.Organization);
            }
            else if (offer is not null && file is not null)
            {
                var command = new SendStatement(MailIdOf(sendingId, id), asked with { OrganizationId = id }, to, offer.Subject, offer.Text);
                if ((ProblemOf(command, file) ?? await QueueAsync(command, StatementWords.Of(offer.Subject, offer.Text), file, CancellationToken.None)) is { } problem)
                {
                    problems.Add($"{offer.Organization}: {problem}");
                }
                else
                {
                    queued++;
                }
            }

            onDone(done + 1);
        }

        return new SentStatements(queued, without, problems);
    }

    private static async Task<MailReadiness> ReadinessAsync(AppDbContext db, CancellationToken cancel) =>
        await db.MailSettings.Select(settings => new { settings.IsOn, settings.Host }).SingleOrDefaultAsync(cancel) switch
        {
            null or { Host: "" } => MailReadiness.NotSetUp,
            { IsOn: false } => MailReadiness.Off,
            _ => MailReadiness.Ready,
        };

    private static string? ProblemOf(SendStatement command, ReceiptFile file) =>
        command.To.Count == 0 ? "Choose at least one recipient."
        : command.To.Count > MailAddresses.CountMax ? $"A mail has at most {MailAddresses.CountMax} recipients."
        : command.To.FirstOrDefault(address => !MailAddresses.IsAddress(address)) is { } wrong ? $"“{wrong}” is no mail address."
        : string.IsNullOrWhiteSpace(command.Subject) || command.Subject.Length > OutgoingMail.SubjectLength ? $"The subject is missing or longer than {OutgoingMail.SubjectLength} characters."
        : string.IsNullOrWhiteSpace(command.Text) || command.Text.Length > MailTemplate.TextLength ? $"The text is missing or longer than {MailTemplate.TextLength} characters."
        : CardNumbers.Contains(command.Subject) || CardNumbers.Contains(command.Text) ? "The text looks like a card number. It must not be sent."
        : file.Bytes.Length > Outbox.FilesBytesMax ? "The statement is too large for a mail. Choose a shorter period."
        : null;

    // The same for the same sending, so that it can be begun again.
    private static Guid MailIdOf(Guid sendingId, int organizationId) =>
        new(SHA256.HashData([.. sendingId.ToByteArray(), .. BitConverter.GetBytes(organizationId)]).AsSpan(0, 16));

    private Task<string?> QueueAsync(SendStatement command, MailText words, ReceiptFile file, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, stop) =>
        {
            var access = await currentUser.RequireAsync(Permission.SendMail, db, stop);
            var id = command.Asked.OrganizationId;
            if (!await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == id, stop))
            {
                return NoOrganization;
            }

            if (await db.OutgoingMails.AnyAsync(mail => mail.Id == command.MailId, stop))
            {
                return null;
            }

            if (MailReadinessText.Of(await ReadinessAsync(db, stop)) is { } why)
            {
                return why;
            }

            var recorded = clock.RecordedBy(access.UserId);
            var mail = new NewMail(command.MailId, MailKind.Statement, id, command.To, words, DocumentText.Culture) { Files = [NewMailFile.Pdf(file.Name, file.Bytes)] };
            await Outbox.QueueAsync(db, mail, recorded, changes, stop);
            await db.AppendAuditAsync(FactOf(command, await BillingContacts.OfAsync(db, id, stop)), recorded, stop);
            await db.SaveChangesAsync(stop);
            return null;
        },
        cancel);

    // The audit log keeps names of contacts, not addresses: those stand in the mail.
    private static AuditFact FactOf(SendStatement command, IReadOnlyList<StatementRecipient> contacts)
    {
        var id = command.Asked.OrganizationId;
        var names = command.To.Select(address => contacts.FirstOrDefault(contact => contact.Address.Equals(address, StringComparison.OrdinalIgnoreCase))?.Name ?? "another address");
        return new AuditFact(
            "StatementSent",
            nameof(Organization),
            id.ToString(CultureInfo.InvariantCulture),
            JsonSerializer.Serialize(new
            {
                form = command.Asked.Form.ToString(),
                on = command.Asked.On,
                from = command.Asked.Form == StatementForm.Activity ? command.Asked.From : (DateOnly?)null,
                to = string.Join(", ", names),
                mailId = command.MailId,
            }),
            id);
    }
}
