using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Security;

/// <summary>
/// A person with the rights that the database says now, and the one policy by which accounts are seen:
/// Finance sees all, Ad sales sees the organizations it owns. Whatever is not visible answers as if it did not exist.
/// </summary>
public sealed record Access(string UserId, string DisplayName, IReadOnlyCollection<string> Roles)
{
    public bool SeesAllOrganizations => Roles.Contains(Domain.Roles.Finance);

    public bool Has(Permission permission) => Permissions.Allow(permission, Roles);

    public IQueryable<Organization> VisibleOrganizations(AppDbContext db) => SeesAllOrganizations
        ? db.Organizations
        : db.Organizations.Where(organization => organization.OwnerId == UserId);

    public IQueryable<Invoice> VisibleInvoices(AppDbContext db) => SeesAllOrganizations
        ? db.Invoices
        : db.Invoices.Where(invoice =>
            db.Organizations.Any(organization => organization.Id == invoice.OrganizationId && organization.OwnerId == UserId));

    public IQueryable<Payment> VisiblePayments(AppDbContext db) => SeesAllOrganizations
        ? db.Payments
        : db.Payments.Where(payment =>
            db.Organizations.Any(organization => organization.Id == payment.PayerId && organization.OwnerId == UserId));
}
