using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Credits;

/// <summary>Credit of the organizations that the person may see: unapplied money and credit notes.</summary>
public sealed class CreditQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser)
{
    /// <summary>The most credits of one organization that are offered at once, the oldest first.</summary>
    public const int OpenMax = 100;

    /// <summary>The most credit notes that are listed.</summary>
    public const int NotesMax = 200;

    // One press should do what a person can look over.
    private const int InvoicesMax = 200;

    /// <summary>What the payment window offers: credit of one currency, the oldest first; none to who may not apply it.</summary>
    public async Task<IReadOnlyList<OpenCredit>> OfferedAsync(int organizationId, string currency, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        return access.Has(Permission.ApplyPayments) && await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == organizationId, cancel)
            ? [.. (await OpenAsync(db, access, organizationId, cancel)).Where(credit => credit.Unapplied.Currency == currency)]
            : [];
    }

    /// <summary>
    /// What one press would do with an organization's credit; null when it has none, or when it is not this person's to see.
    /// </summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="invoiceId">The invoice that is settled; null: all open ones, the oldest first.</param>
    /// <param name="cancel">Stops reading.</param>
    public Task<CreditOffer?> FindOfferAsync(int organizationId, int? invoiceId, CancellationToken cancel) => FindOfferAsync(organizationId, invoiceId, null, cancel);

    /// <summary>The same for the invoices of one client that the organization pays for.</summary>
    public Task<CreditOffer?> FindOfferForClientAsync(int organizationId, int clientId, CancellationToken cancel) => FindOfferAsync(organizationId, null, clientId, cancel);

    private async Task<CreditOffer?> FindOfferAsync(int organizationId, int? invoiceId, int? clientId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        var name = await access.VisibleOrganizations(db).Where(organization => organization.Id == organizationId)
            .Select(organization => organization.Name).SingleOrDefaultAsync(cancel);
        if (name is null || await PayableAccounts.LoadAsync(db, access, organizationId, cancel) is not { } accounts || await OpenAsync(db, access, organizationId, cancel) is not { Count: > 0 } credits)
        {
            return null;
        }

        var canApply = access.Has(Permission.ApplyPayments);
        var uses = new List<CreditUse>();
        var numbers = new Dictionary<int, string>();
        foreach (var group in canApply ? credits.GroupBy(credit => credit.Unapplied.Currency) : [])
        {
            var invoices = (await PaymentWindowQueries.OpenInvoicesAsync(db, accounts, group.Key, cancel))
                .Where(invoice => (invoiceId is null || invoice.Id == invoiceId) && (clientId is null || invoice.Client?.OrganizationId == clientId)).Take(InvoicesMax).ToList();
            invoices.ForEach(invoice => numbers[invoice.Id] = invoice.Number);
            var kinds = group.ToDictionary(credit => credit.Id, credit => credit.Kind);
            uses.AddRange(CreditPlanner
                .Plan([.. group.Select(credit => credit.ToItem())], [.. invoices.Select(invoice => new CreditTarget(invoice.Id, invoice.Outstanding.Minor, invoice.Client is not null))], keepsMeant: true)
                .Select(part => new CreditUse(Guid.CreateVersion7(), kinds[part.CreditId], part.CreditId, part.InvoiceId, new Money(part.Minor, group.Key))));
        }

        int[] into = [.. uses.Select(use => use.InvoiceId).Distinct()];
        return new CreditOffer(
            name, new MoneyPerCurrency(credits.Select(credit => credit.Unapplied)), canApply, uses, into.Length == 1 ? numbers[into[0]] : null);
    }

    /// <summary>All credit of an organization; null when it is not this person's to see.</summary>
    public async Task<CreditAccount?> AccountAsync(int organizationId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == organizationId, cancel)
            ? new CreditAccount(
                await OpenAsync(db, access, organizationId, cancel), await NotesAsync(db, organizationId, cancel), access.Has(Permission.ApplyPayments))
            : null;
    }

    /// <summary>What is left of an organization's credit, the oldest first.</summary>
    /// <remarks>What is meant for an invoice that the person may not see is shown without it.</remarks>
    private static async Task<IReadOnlyList<OpenCredit>> OpenAsync(AppDbContext db, Access access, int organizationId, CancellationToken cancel)
    {
        var invoices = access.VisibleInvoices(db);
        var payments = await (
            from payment in db.Payments
            where payment.PayerId == organizationId && payment.UnappliedMinor > 0
            orderby payment.ReceivedOn, payment.Number
            select new
            {
                payment.Id,
                payment.Number,
                payment.ReceivedOn,
                payment.Reference,
                payment.UnappliedMinor,
                payment.Currency,
                payment.MeantForInvoiceId,
                Meant = invoices.Where(invoice => invoice.Id == payment.MeantForInvoiceId)
                    .Select(invoice => new { invoice.Number, invoice.OutstandingMinor }).FirstOrDefault(),
            }).Take(OpenMax).ToListAsync(cancel);
        var notes = await db.CreditNotes.AsNoTracking()
            .Where(note => note.OrganizationId == organizationId && note.UnappliedMinor > 0)
            .OrderBy(note => note.IssuedOn).ThenBy(note => note.Id).Take(OpenMax).ToListAsync(cancel);
        return
        [
            .. payments.Select(payment => new OpenCredit(
                    CreditKind.Payment, payment.Id, PaymentNumber.Format(payment.Number), payment.ReceivedOn, payment.Reference,
                    new Money(payment.UnappliedMinor, payment.Currency))
                {
                    MeantForInvoiceId = payment.Meant is null ? null : payment.MeantForInvoiceId,
                    MeantForNumber = payment.Meant?.Number,
                    IsMeantOpen = payment.Meant is { OutstandingMinor: > 0 },
                })
                .Concat(notes.Select(note => new OpenCredit(CreditKind.CreditNote, note.Id, note.Number, note.IssuedOn, note.Reason, note.Unapplied)))
                .OrderBy(credit => credit.On)
                .Take(OpenMax),
        ];
    }

    private static async Task<IReadOnlyList<CreditNoteLine>> NotesAsync(AppDbContext db, int organizationId, CancellationToken cancel)
    {
        var notes = await db.CreditNotes.AsNoTracking().Where(note => note.OrganizationId == organizationId)
            .OrderByDescending(note => note.IssuedOn).ThenByDescending(note => note.Id).Take(NotesMax).ToListAsync(cancel);
        if (notes.Count == 0)
        {
            return [];
        }

        Guid?[] ids = [.. notes.Select(note => (Guid?)note.Id)];
        var nettings = await (
            from adjustment in db.Adjustments
            where ids.Contains(adjustment.CreditNoteId) && !db.Reversals.Any(reversal => reversal.AdjustmentId == adjustment.Id)
            join invoice in db.Invoices on adjustment.InvoiceId equals invoice.Id
            orderby adjustment.RecordedAt, adjustment.Id
            select new { adjustment.Id, adjustment.CreditNoteId, InvoiceId = invoice.Id, invoice.Number, adjustment.AmountMinor, adjustment.Currency, adjustment.EffectiveOn })
            .ToListAsync(cancel);
        var byNote = nettings.ToLookup(
            netting => netting.CreditNoteId,
            netting => new CreditNetting(netting.Id, netting.InvoiceId, netting.Number, new Money(netting.AmountMinor, netting.Currency), netting.EffectiveOn));
        var withdrawals = await WithdrawalsAsync(db, [.. notes.Select(note => note.Id)], organizationId, cancel);
        return
        [
            .. notes.Select(note => new CreditNoteLine(
                note.Id, note.Number, note.IssuedOn, note.Reason, note.Total, note.Unapplied, [.. byNote[note.Id]], [.. withdrawals[note.Id]])),
        ];
    }

    private static async Task<ILookup<Guid, CreditWithdrawalView>> WithdrawalsAsync(AppDbContext db, Guid[] noteIds, int organizationId, CancellationToken cancel)
    {
        var standing = await (
            from withdrawal in db.CreditNoteWithdrawals.AsNoTracking()
            where noteIds.Contains(withdrawal.CreditNoteId) && withdrawal.Kind != CreditNoteWithdrawalKind.Reversal
                && !db.CreditNoteWithdrawals.Any(reversal => reversal.ReversesId == withdrawal.Id)
            join user in db.Users on withdrawal.RecordedById equals user.Id
            orderby withdrawal.RecordedAt, withdrawal.Id
            select new { Withdrawal = withdrawal, user.DisplayName }).ToListAsync(cancel);
        var waiting = await (
            from request in db.ApprovalRequests.AsNoTracking()
            where request.OrganizationId == organizationId && request.Kind == ApprovalKind.CreditNoteRefund && request.DecidedAt == null
            join user in db.Users on request.RequestedById equals user.Id
            orderby request.RequestedAt, request.Id
            select new { Request = request, user.DisplayName }).ToListAsync(cancel);
        return standing
            .Select(row => (row.Withdrawal.CreditNoteId, View: new CreditWithdrawalView(
                row.Withdrawal.Id, row.Withdrawal.Kind, row.Withdrawal.Amount, row.Withdrawal.EffectiveOn, row.DisplayName, row.Withdrawal.Reason, IsWaiting: false)))
            .Concat(waiting.Select(row => (Asked: ApprovalCommands.Read<RefundCreditNote>(row.Request), row.DisplayName)).Select(row => (
                row.Asked.CreditNoteId, View: new CreditWithdrawalView(
                    row.Asked.RefundId, CreditNoteWithdrawalKind.Refund, row.Asked.Amount, row.Asked.RefundedOn, row.DisplayName, row.Asked.Reason, IsWaiting: true))))
            .ToLookup(row => row.CreditNoteId, row => row.View);
    }
}
