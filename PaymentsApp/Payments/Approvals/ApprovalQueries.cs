using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Approvals;

/// <summary>What waits for a second person of Finance: refunds, and differences beyond a limit.</summary>
public sealed class ApprovalQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>The most that the list shows.</summary>
    public const int ListMax = 200;

    /// <summary>How many wait.</summary>
    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.AdjustInvoices, db, cancel);
        return await Waiting(db).CountAsync(cancel);
    }

    /// <summary>What waits, the oldest first.</summary>
    public async Task<IReadOnlyList<ApprovalView>> WaitingAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.AdjustInvoices, db, cancel);
        var found = await (
            from request in Waiting(db)
            join user in db.Users on request.RequestedById equals user.Id
            join organization in db.Organizations on request.OrganizationId equals organization.Id into organizations
            from organization in organizations.DefaultIfEmpty()
            join invoice in db.Invoices on request.InvoiceId equals invoice.Id into invoices
            from invoice in invoices.DefaultIfEmpty()
            join payment in db.Payments on request.PaymentId equals payment.Id into payments
            from payment in payments.DefaultIfEmpty()
            orderby request.RequestedAt, request.Id
            select new
            {
                Request = request,
                Organization = organization.Name,
                InvoiceNumber = invoice.Number,
                PaymentNumber = (long?)payment.Number,
                user.DisplayName,
            }).Take(ListMax).ToListAsync(cancel);
        return
        [
            .. found.Select(row => new ApprovalView(
                row.Request.Id,
                row.Request.Kind,
                row.Request.Kind == ApprovalKind.Adjustment ? ApprovalCommands.Read<InvoiceAdjustment>(row.Request) : null,
                row.Request.Amount,
                row.Request.Reason,
                row.Request.OrganizationId,
                row.Organization,
                row.Request.InvoiceId,
                row.InvoiceNumber,
                row.Request.PaymentId,
                row.PaymentNumber,
                clock.LocalOf(row.Request.RequestedAt),
                row.DisplayName,
                row.Request.RequestedById == access.UserId)),
        ];
    }

    private static IQueryable<ApprovalRequest> Waiting(AppDbContext db) =>
        db.ApprovalRequests.AsNoTracking().Where(request => request.DecidedAt == null && request.Kind != ApprovalKind.ReopenPeriod);
}
