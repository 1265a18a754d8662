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

    /// <summary>People with the same scope see the same accounts; null: all accounts.</summary>
    public string? Scope => SeesAllOrganizations ? null : UserId;

    public bool Has(Permission permission) => Permissions.Allow(permission, Roles);

    public IQueryable<Organization> VisibleOrganizations(AppDbContext db) => SeesAllOrganizations
        ? db.Organizations
        : db.Organizations.Where(organization => organization.OwnerId == UserId);

    /// <summary>For searches: the parts of all names; null for people who see only some, whose names are soon read.</summary>
    internal IQueryable<OrganizationNamePart>? NameParts(AppDbContext db) => SeesAllOrganizations ? db.OrganizationNameParts : null;

    /// <summary>The same of one organization that is known already.</summary>
    /// <param name="ownerId">Who owns it; null for nobody.</param>
    public bool SeesOrganizationOf(string? ownerId) => SeesAllOrganizations || ownerId == UserId;

    public IQueryable<Invoice> VisibleInvoices(AppDbContext db) => SeesAllOrganizations
        ? db.Invoices
        : db.Invoices.Where(invoice =>
            db.Organizations.Any(organization => organization.Id == invoice.OrganizationId && organization.OwnerId == UserId));

    /// <summary>
    /// The same invoices, asked for so that the database begins at the person's organizations. Right where these have few
    /// invoices of many; <see cref="VisibleInvoices"/> looks at invoice after invoice.
    /// </summary>
    public IQueryable<Invoice> InvoicesOfVisible(AppDbContext db) => SeesAllOrganizations
        ? db.Invoices
        : db.Invoices.Where(invoice => db.Organizations
            .Where(organization => organization.OwnerId == UserId).Select(organization => organization.Id).Contains(invoice.OrganizationId));

    public IQueryable<Payment> VisiblePayments(AppDbContext db) => SeesAllOrganizations
        ? db.Payments
        : db.Payments.Where(payment =>
            db.Organizations.Any(organization => organization.Id == payment.PayerId && organization.OwnerId == UserId));

    /// <summary>
    /// Of these, the payments that went to visible accounts only. Of another one a person knows the payer, and what of it paid for
    /// accounts of others is not theirs to see: neither the lines nor the scan of the check.
    /// </summary>
    public IQueryable<Payment> WholePayments(AppDbContext db) => SeesAllOrganizations
        ? db.Payments
        : VisiblePayments(db).Where(payment => !db.PaymentClients.Any(client => client.PaymentId == payment.Id
            && !db.Organizations.Any(organization => organization.Id == client.OrganizationId && organization.OwnerId == UserId)));

    /// <summary>
    /// What payments of others paid for visible accounts: an agency's check for a client. The payment itself, its payer, its amount and its
    /// other lines do not come with it.
    /// </summary>
    public IQueryable<PaymentClient> VisibleParts(AppDbContext db) => SeesAllOrganizations
        ? db.PaymentClients
        : db.PaymentClients.Where(client => db.Organizations
            .Where(organization => organization.OwnerId == UserId).Select(organization => organization.Id).Contains(client.OrganizationId));

    /// <summary>As <see cref="InvoicesOfVisible"/>.</summary>
    public IQueryable<Payment> PaymentsOfVisible(AppDbContext db) => SeesAllOrganizations
        ? db.Payments
        : db.Payments.Where(payment => db.Organizations
            .Where(organization => organization.OwnerId == UserId).Select(organization => organization.Id).Contains(payment.PayerId));
}
