using Microsoft.EntityFrameworkCore;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;

namespace PaymentsApp.Benchmarks.Lists;

/// <summary>Places in one database for the cases to look at: keys in the middle of lists, numbers and names that are there.</summary>
internal sealed record ListPlaces
{
    public required PageKey OpenByDue { get; init; }

    public required PageKey OpenByOutstanding { get; init; }

    public required PageKey AllByIssued { get; init; }

    public required PageKey PaymentsByDay { get; init; }

    public required PageKey OrganizationsByName { get; init; }

    /// <summary>The organization with the most open invoices.</summary>
    public required int OrganizationId { get; init; }

    public required PageKey OrganizationByDue { get; init; }

    public required string InvoiceNumber { get; init; }

    public required string OrganizationName { get; init; }

    public required string Reference { get; init; }

    /// <param name="db">The database.</param>
    /// <param name="ownerId">Names and numbers of this rep's accounts; null: of any.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ListPlaces> FindAsync(AppDbContext db, string? ownerId, CancellationToken cancel)
    {
        var open = db.Invoices.Where(i => i.OutstandingMinor > 0);
        var (openCount, count, payments) = (await open.CountAsync(cancel), await db.Invoices.CountAsync(cancel), await db.Payments.CountAsync(cancel));
        var due = await open.OrderBy(i => i.DueOn).ThenBy(i => i.Id).Skip(openCount / 2).Select(i => new { i.DueOn, i.Id }).FirstAsync(cancel);
        var outstanding = await open.OrderBy(i => i.OutstandingMinor).ThenBy(i => i.Id).Skip(openCount / 2)
            .Select(i => new { i.OutstandingMinor, i.Id }).FirstAsync(cancel);
        var issued = await db.Invoices.OrderBy(i => i.IssuedOn).ThenBy(i => i.Id).Skip(count / 2).Select(i => new { i.IssuedOn, i.Id }).FirstAsync(cancel);
        var received = await db.Payments.OrderBy(p => p.ReceivedOn).ThenBy(p => p.Number).Skip(payments / 2)
            .Select(p => new { p.ReceivedOn, p.Number }).FirstAsync(cancel);
        var organization = await db.Organizations.Where(o => ownerId == null || o.OwnerId == ownerId)
            .OrderBy(o => o.SearchName).Skip(await db.Organizations.CountAsync(o => ownerId == null || o.OwnerId == ownerId, cancel) / 2)
            .FirstAsync(cancel);
        var busiest = await db.OrganizationBalances
            .Where(b => db.Organizations.Any(o => o.Id == b.OrganizationId && (ownerId == null || o.OwnerId == ownerId)))
            .OrderByDescending(b => b.OpenCount).Select(b => b.OrganizationId).FirstAsync(cancel);
        var first = await open.Where(i => i.OrganizationId == busiest).OrderBy(i => i.DueOn).ThenBy(i => i.Id).FirstAsync(cancel);
        var reference = await db.Payments.Where(p => p.PayerId == busiest).Select(p => p.Reference).FirstOrDefaultAsync(cancel);
        return new ListPlaces
        {
            OpenByDue = After(PageKey.At(due.DueOn, due.Id)),
            OpenByOutstanding = After(PageKey.At(outstanding.OutstandingMinor, outstanding.Id)),
            AllByIssued = After(PageKey.At(issued.IssuedOn, issued.Id)),
            PaymentsByDay = After(PageKey.At(received.ReceivedOn, received.Number)),
            OrganizationsByName = After(PageKey.At(organization.SearchName, organization.Id)),
            OrganizationId = busiest,
            OrganizationByDue = After(PageKey.At(first.DueOn, first.Id)),
            InvoiceNumber = first.Number,
            OrganizationName = organization.Name,
            Reference = reference ?? "A1000000",
        };
    }

    private static PageKey After((string Value, string Id) place) => new(IsBackwards: false, place.Value, place.Id);
}
