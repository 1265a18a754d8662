using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

/// <summary>Whose invoices a payer may pay, of those the person may see: its own, and those of the organizations it pays for.</summary>
internal sealed class PayableAccounts
{
    private readonly Dictionary<int, PaidClient> _clients;

    private PayableAccounts(int payerId, Dictionary<int, PaidClient> clients)
    {
        PayerId = payerId;
        _clients = clients;
        Ids = [payerId, .. clients.Keys];
    }

    public int PayerId { get; }

    /// <summary>The payer first.</summary>
    public IReadOnlyList<int> Ids { get; }

    /// <summary>It pays for itself only: the usual case, and a plainer query.</summary>
    public bool IsAlone => _clients.Count == 0;

    /// <summary>The client; null for the payer itself.</summary>
    public PaidClient? ClientOf(int organizationId) => _clients.GetValueOrDefault(organizationId);

    /// <summary>Null when the person may not see the payer.</summary>
    public static async Task<PayableAccounts?> LoadAsync(AppDbContext db, Access access, int payerId, CancellationToken cancel)
    {
        var organizations = await access.VisibleOrganizations(db).Where(organization => organization.Id == payerId || organization.PayerId == payerId)
            .Select(organization => new PaidClient(organization.Id, organization.Name, organization.CustomerNumber))
            .ToDictionaryAsync(organization => organization.OrganizationId, cancel);
        return organizations.Remove(payerId) ? new PayableAccounts(payerId, organizations) : null;
    }
}
