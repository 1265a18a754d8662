using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Home;

/// <summary>What others paid for a rep's clients: of an agency's check only what is on their invoices.</summary>
internal static class ClientParts
{
    /// <summary>Since a day, the latest first. Payments of own clients are not among them: those are told whole.</summary>
    public static async Task<List<RecentPayment>> SinceAsync(AppDbContext db, Access access, DateOnly since, CancellationToken cancel)
    {
        var visible = access.VisibleOrganizations(db);
        var rows = await (
            from part in access.VisibleParts(db)
            join payment in db.Payments on part.PaymentId equals payment.Id
            where payment.ReceivedOn >= since && !visible.Any(own => own.Id == payment.PayerId)
            join client in db.Organizations on part.OrganizationId equals client.Id
            join type in db.PaymentTypes on payment.PaymentTypeId equals type.Id
            orderby payment.Number descending, client.Name
            select new
            {
                payment.Id,
                payment.Number,
                payment.ReceivedOn,
                Client = client.Name,
                Type = type.Name,
                payment.Currency,
                IsReversed = payment.WithdrawnMinor > 0,
                Minor = (
                    from allocation in db.Allocations
                    where allocation.PaymentId == payment.Id && !db.Reversals.Any(reversal => reversal.AllocationId == allocation.Id)
                    join invoice in db.Invoices on allocation.InvoiceId equals invoice.Id
                    where invoice.OrganizationId == client.Id
                    select allocation.AmountMinor).Sum(),
            }).ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(row => row.Id).Select(parts => (First: parts.First(), Minor: parts.Sum(part => part.Minor), Clients: string.Join(", ", parts.Select(part => part.Client))))
                .Select(payment => new RecentPayment(
                    payment.First.Id, payment.First.Number, payment.First.ReceivedOn, payment.Clients, payment.First.Type,
                    new Money(payment.Minor, payment.First.Currency), Money.Zero(payment.First.Currency), RecordedBy: null, payment.First.IsReversed)),
        ];
    }
}
