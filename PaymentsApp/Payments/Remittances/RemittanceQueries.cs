using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Remittances;

/// <summary>What became of invoices that a remittance advice names though the payer owes none of that number.</summary>
public sealed class RemittanceQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser)
{
    // More unknown references than this are another customer's advice, and each costs a look.
    private const int NumbersMax = 200;

    /// <summary>The invoices of these numbers that the person may see; others answer as if there were none.</summary>
    /// <param name="payerId">Who pays.</param>
    /// <param name="numbers">As they stand in the advice.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The person may not register payments.</exception>
    public async Task<IReadOnlyList<RemittanceStanding>> FindAsync(int payerId, IReadOnlyCollection<string> numbers, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        if (numbers.Count == 0 || await PayableAccounts.LoadAsync(db, access, payerId, cancel) is not { } accounts)
        {
            return [];
        }

        string[] asked = [.. numbers.Distinct(StringComparer.Ordinal).Take(NumbersMax)];
        var found = await access.VisibleInvoices(db).Where(invoice => asked.Contains(invoice.Number))
            .Join(db.Organizations, invoice => invoice.OrganizationId, organization => organization.Id,
                (invoice, organization) => new { invoice.Number, invoice.OrganizationId, organization.Name, IsPaid = invoice.OutstandingMinor == 0 })
            .ToListAsync(cancel);
        return [.. found.Select(invoice => new RemittanceStanding(invoice.Number, invoice.Name, invoice.IsPaid, accounts.Ids.Contains(invoice.OrganizationId)))];
    }
}
