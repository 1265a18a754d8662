using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Disputes;

/// <summary>Disputes of the accounts that the person may see.</summary>
public sealed class DisputeQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>The most that a list shows.</summary>
    public const int ListMax = 50;

    /// <summary>The open ones, the oldest first.</summary>
    public async Task<IReadOnlyList<DisputeView>> OpenAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await ViewsAsync(db, access, db.Disputes.Where(dispute => dispute.ClosedAt == null), cancel);
    }

    /// <summary>Those of one invoice, open and closed, the oldest first; none of an invoice that the person may not see.</summary>
    public async Task<IReadOnlyList<DisputeView>> OfInvoiceAsync(int invoiceId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await ViewsAsync(db, access, db.Disputes.Where(dispute => dispute.InvoiceId == invoiceId), cancel);
    }

    private async Task<IReadOnlyList<DisputeView>> ViewsAsync(AppDbContext db, Access access, IQueryable<Dispute> disputes, CancellationToken cancel)
    {
        var found = await (
            from dispute in disputes.AsNoTracking()
            join invoice in db.Invoices on dispute.InvoiceId equals invoice.Id
            join organization in access.VisibleOrganizations(db) on dispute.OrganizationId equals organization.Id
            join opener in db.Users on dispute.OpenedById equals opener.Id
            join closer in db.Users on dispute.ClosedById equals closer.Id into closers
            from closer in closers.DefaultIfEmpty()
            orderby dispute.OpenedAt, dispute.Id
            select new { Dispute = dispute, invoice.Number, Organization = organization.Name, Opener = opener.DisplayName, Closer = closer.DisplayName })
            .Take(ListMax).ToListAsync(cancel);
        var ids = found.ConvertAll(row => row.Dispute.Id);
        var messages = await (
            from message in db.DisputeMessages.AsNoTracking()
            where ids.Contains(message.DisputeId)
            join user in db.Users on message.WrittenById equals user.Id
            orderby message.WrittenAt, message.Id
            select new { Message = message, user.DisplayName }).ToListAsync(cancel);
        return
        [
            .. found.Select(row => new DisputeView(
                row.Dispute.Id, row.Dispute.InvoiceId, row.Number, row.Dispute.OrganizationId, row.Organization, row.Dispute.Amount,
                row.Dispute.ReasonCode, row.Dispute.PaymentId, clock.LocalOf(row.Dispute.OpenedAt), row.Opener,
                [
                    .. messages.Where(message => message.Message.DisputeId == row.Dispute.Id)
                        .Select(message => new DisputeMessageView(
                            message.Message.Id, message.DisplayName, clock.LocalOf(message.Message.WrittenAt), message.Message.Text)),
                ],
                row.Dispute is { ClosedAt: { } at, Outcome: { } outcome } ? new DisputeClosing(outcome, row.Closer ?? "", clock.LocalOf(at)) : null)),
        ];
    }
}
