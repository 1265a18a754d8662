using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Live;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.Invoicing;

// Credit notes: what an organization is credited. They settle invoices by being netted, see PaymentService.
public sealed partial class InvoiceService
{
    /// <summary>Adds one typed credit note. Sent again with the same id, it is not added again.</summary>
    /// <param name="command">What the form says.</param>
    /// <param name="cancel">Pass none for a save that a user asked for.</param>
    public async Task<AddCreditNoteResult> AddCreditNoteAsync(NewCreditNote command, CancellationToken cancel)
    {
        var (result, userId) = await writes.ExecuteAsync((db, changes, cancel) => AddCreditNoteAsync(db, command, changes, cancel), cancel);
        if (result is AddCreditNoteResult.Added added)
        {
            _logger.CreditNoteAdded(added.CreditNoteId, userId);
        }

        return result;
    }

    private async Task<(AddCreditNoteResult Result, string UserId)> AddCreditNoteAsync(
        AppDbContext db, NewCreditNote command, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        if (await currentUser.FindAsync(Permission.AddInvoices, db, cancel) is not { } access)
        {
            return (new AddCreditNoteResult.Refused(["You may not add credit notes."]), "");
        }

        if (await db.CreditNotes.AsNoTracking().SingleOrDefaultAsync(note => note.Id == command.Id, cancel) is { } earlier)
        {
            return (AnswerAgain(command, earlier), access.UserId);
        }

        var problems = NewCreditNoteChecks.Check(command, clock.Today).ToList();
        if (!await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == command.OrganizationId, cancel))
        {
            problems.Add("Choose an organization.");
        }

        var key = SearchText.Key(command.Number);
        if (await db.CreditNotes.AnyAsync(note => note.NumberKey == key, cancel))
        {
            problems.Add($"There is already a credit note with the number {command.Number.Trim()}.");
        }

        var head = await db.LockLedgerHeadAsync(cancel);
        if (head.CheckOpen(command.IssuedOn) is { } closed)
        {
            problems.Add(PaymentProblemText.Of(closed, clock, CultureInfo.CurrentCulture));
        }

        if (problems.Count > 0)
        {
            return (new AddCreditNoteResult.Refused(problems), access.UserId);
        }

        var recorded = clock.RecordedBy(access.UserId);
        var note = new CreditNote(command.Id, command.OrganizationId, command.Number.Trim(), command.Total, command.IssuedOn, command.Reason, recorded);
        db.CreditNotes.Add(note);
        db.AuditEntries.Add(head.Append(AuditOf(note), recorded));
        await db.SaveChangesAsync(cancel);
        changes.Add(new PaymentChange(PaymentChangeKind.InvoicesChanged, null, [note.OrganizationId], []));
        return (new AddCreditNoteResult.Added(note.Id, note.Number), access.UserId);
    }

    /// <summary>The lines of an import: invoices first, then the credit notes, whose organizations may have come with them.</summary>
    private async Task<IReadOnlyList<AddedLine>> AddLinesAsync(
        AppDbContext db, int batchId, IReadOnlyList<ImportedInvoice> lines, Access access, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        if (!lines.Any(line => line.IsCreditNote))
        {
            return await AddManyAsync(db, batchId, lines, access, changes, cancel);
        }

        var invoices = await AddManyAsync(db, batchId, [.. lines.Where(line => !line.IsCreditNote)], access, changes, cancel);
        var notes = await AddCreditNotesAsync(db, batchId, [.. lines.Where(line => line.IsCreditNote)], access, changes, cancel);
        return LinePortion.InOrder(lines, invoices, notes);
    }

    private async Task<IReadOnlyList<AddedLine>> AddCreditNotesAsync(
        AppDbContext db, int batchId, IReadOnlyList<ImportedInvoice> lines, Access access, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var head = await db.LockLedgerHeadAsync(cancel);
        var portion = await CreditNotePortion.LoadAsync(db, lines, head, clock.Today, cancel);
        var fresh = portion.Sort();
        var organizations = await portion.AddOrganizationsAsync(db, fresh, cancel);
        var recorded = clock.RecordedBy(access.UserId);
        var notes = portion.AddCreditNotes(db, fresh, recorded);
        if (notes.Count > 0)
        {
            db.AuditEntries.Add(head.Append(portion.Audit(batchId, organizations), recorded));
            await db.SaveChangesAsync(cancel);
            int[] touched = [.. notes.Select(note => note.OrganizationId).Distinct()];
            changes.Add(new PaymentChange(
                organizations.Count > 0 ? PaymentChangeKind.OrganizationsChanged : PaymentChangeKind.InvoicesChanged, null, touched, []));
        }

        return portion.Results(fresh);
    }

    // After a lost answer a person may change the form and press Save again.
    private static AddCreditNoteResult AnswerAgain(NewCreditNote command, CreditNote earlier) =>
        (earlier.OrganizationId, earlier.NumberKey, earlier.Total, earlier.IssuedOn, earlier.Reason)
            == (command.OrganizationId, SearchText.Key(command.Number), command.Total, command.IssuedOn, command.Reason)
            ? new AddCreditNoteResult.Added(earlier.Id, earlier.Number)
            : new AddCreditNoteResult.Refused([$"This form was saved before as credit note {earlier.Number}, with other figures."]);

    private static AuditFact AuditOf(CreditNote note) => new(
        "Added",
        nameof(CreditNote),
        note.Id.ToString(),
        JsonSerializer.Serialize(
            new { note.Number, note.TotalMinor, note.Currency, note.IssuedOn, note.Reason },
            JsonSerializerOptions.Web),
        note.OrganizationId);
}
