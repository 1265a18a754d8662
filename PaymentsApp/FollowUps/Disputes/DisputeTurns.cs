using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Disputes;

/// <summary>The one query that says who has to answer in a dispute.</summary>
internal static class DisputeTurns
{
    /// <summary>The open ones, the oldest first.</summary>
    /// <param name="db">What to read from.</param>
    /// <param name="visible">The organizations that the person sees.</param>
    public static IQueryable<DisputeTurn> Open(AppDbContext db, IQueryable<Organization> visible) =>
        from dispute in db.Disputes
        where dispute.ClosedAt == null
        join organization in visible on dispute.OrganizationId equals organization.Id
        join invoice in db.Invoices on dispute.InvoiceId equals invoice.Id
        orderby dispute.OpenedAt, dispute.Id
        select new DisputeTurn
        {
            Id = dispute.Id,
            InvoiceId = dispute.InvoiceId,
            InvoiceNumber = invoice.Number,
            OrganizationId = dispute.OrganizationId,
            Organization = organization.Name,
            Owner = db.Users.Where(user => user.Id == organization.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
            Currency = dispute.Currency,
            AmountMinor = dispute.AmountMinor,
            ReasonCode = dispute.ReasonCode,
            OpenedAt = dispute.OpenedAt,
            IsAnswered = db.DisputeMessages.Where(message => message.DisputeId == dispute.Id).OrderByDescending(message => message.WrittenAt)
                .Select(message => message.WrittenById != dispute.OpenedById).FirstOrDefault(),
            LastAt = db.DisputeMessages.Where(message => message.DisputeId == dispute.Id).Max(message => (DateTime?)message.WrittenAt),
        };
}
