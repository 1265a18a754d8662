using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Organizations.Edit;

/// <summary>Reads and saves the organization's form. One transaction per save, audited, and shown on every open screen.</summary>
public sealed class OrganizationService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>The values to edit; null when there is no such organization.</summary>
    public async Task<OrganizationValues?> FindAsync(int id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.EditOrganizations, db, cancel);
        return await access.VisibleOrganizations(db).Include(organization => organization.Contacts)
            .SingleOrDefaultAsync(organization => organization.Id == id, cancel) is { } found ? ValuesOf(found) : null;
    }

    /// <summary>What a new organization starts with: the company's currency and 30 days.</summary>
    public async Task<OrganizationValues> StartAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.EditOrganizations, db, cancel);
        var currency = await db.CompanySettings.Select(settings => settings.Currency).SingleAsync(cancel);
        return new OrganizationValues("", "", currency, 30, null, null, []);
    }

    /// <summary>The active sales reps, by name.</summary>
    public async Task<IReadOnlyList<SalesRep>> SalesRepsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.EditOrganizations, db, cancel);
        return await SalesReps(db).OrderBy(user => user.DisplayName).Select(user => new SalesRep(user.Id, user.DisplayName)).ToListAsync(cancel);
    }

    /// <summary>Adds or changes an organization.</summary>
    /// <param name="command">What the form says.</param>
    /// <param name="cancel">Pass none for a save that a user asked for.</param>
    public Task<SaveOrganizationResult> SaveAsync(SaveOrganization command, CancellationToken cancel) =>
        writes.ExecuteAsync(
            async (db, changes, cancel) =>
            {
                if (await currentUser.FindAsync(Permission.EditOrganizations, db, cancel) is not { } access)
                {
                    return new SaveOrganizationResult.Refused(["You may not edit organizations."]);
                }

                var organization = command.Id is { } id
                    ? await access.VisibleOrganizations(db).AsTracking().Include(o => o.Contacts).SingleOrDefaultAsync(o => o.Id == id, cancel)
                    : new Organization(Required(command.Values.CustomerNumber), Required(command.Values.Name), command.Before?.Currency ?? "USD");
                if (organization is null)
                {
                    return new SaveOrganizationResult.Refused(["Organization not found."]);
                }

                var before = command.Id is null ? null : ValuesOf(organization).ToJson();
                var problems = await CheckAsync(db, command, before, cancel);
                if (problems.Count > 0)
                {
                    return new SaveOrganizationResult.Refused(problems);
                }

                var paidBefore = organization.PayerId;
                Put(command.Values, organization);
                db.Organizations.Update(organization);
                await db.SaveChangesAsync(cancel);
                await AuditAsync(db, organization, before, clock.RecordedBy(access.UserId), cancel);
                int?[] concerned = [organization.Id, paidBefore, organization.PayerId];
                changes.Add(new PaymentChange(PaymentChangeKind.OrganizationsChanged, null, [.. concerned.OfType<int>().Distinct()], []));
                return (SaveOrganizationResult)new SaveOrganizationResult.Saved(organization.Id);
            },
            cancel);

    // The entity insists on a name; the checks below say so in words.
    private static string Required(string text) => text.Length == 0 ? "?" : text;

    private static async Task<List<string>> CheckAsync(AppDbContext db, SaveOrganization command, string? before, CancellationToken cancel)
    {
        var values = command.Values;
        var problems = OrganizationChecks.Check(values).ToList();
        if (before is not null && command.Before?.ToJson() != before)
        {
            problems.Add("A colleague changed this organization meanwhile. Open it again to see the changes; nothing was overwritten.");
        }

        if (await db.Organizations.AnyAsync(o => o.CustomerNumber == values.CustomerNumber && o.Id != command.Id, cancel))
        {
            problems.Add($"Customer number {values.CustomerNumber} is taken.");
        }

        // An owner who has left stays until somebody chooses another.
        if (values.OwnerId is { } ownerId && ownerId != command.Before?.OwnerId && !await SalesReps(db).AnyAsync(user => user.Id == ownerId, cancel))
        {
            problems.Add("The owner must be an active sales rep.");
        }

        if (values.PayerId is { } payerId && await PayerProblemAsync(db, command.Id, payerId, cancel) is { } payerProblem)
        {
            problems.Add(payerProblem);
        }

        return problems;
    }

    // One level: who pays for others pays for itself. The database refuses anything else.
    private static async Task<string?> PayerProblemAsync(AppDbContext db, int? id, int payerId, CancellationToken cancel)
    {
        if (payerId == id)
        {
            return "An organization that pays itself has no payer: leave the payer empty.";
        }

        var payer = await db.Organizations.Where(o => o.Id == payerId)
            .Select(o => new { o.Name, Of = db.Organizations.Where(other => other.Id == o.PayerId).Select(other => other.Name).FirstOrDefault() })
            .SingleOrDefaultAsync(cancel);
        if (payer is null)
        {
            return "The payer was not found.";
        }

        if (payer.Of is not null)
        {
            return $"{payer.Name} is paid by {payer.Of} itself. Choose {payer.Of} as the payer.";
        }

        var clients = id is null ? 0 : await db.Organizations.CountAsync(o => o.PayerId == id, cancel);
        return clients == 0 ? null : $"This organization pays for {clients.ToString("N0", CultureInfo.CurrentCulture)} {(clients == 1 ? "client" : "clients")}, so it has to pay itself: leave the payer empty.";
    }

    private static IQueryable<AppUser> SalesReps(AppDbContext db) => db.Users.Where(user => user.IsActive
        && db.UserRoles.Any(role => role.UserId == user.Id && db.Roles.Any(r => r.Id == role.RoleId && r.Name == Roles.AdSales)));

    private static void Put(OrganizationValues values, Organization organization)
    {
        organization.UseCustomerNumber(values.CustomerNumber);
        organization.Rename(values.Name);
        organization.UseCurrency(values.Currency);
        organization.SetPaymentTerms(values.PaymentTermsDays);
        organization.AgreeDiscount(values.DiscountBasisPoints, values.DiscountDays);
        organization.AssignOwner(values.OwnerId);
        organization.PaidBy(values.PayerId);
        organization.ProposeBy(values.AllocationPolicy);
        organization.AgreeCommission(values.CommissionBasisPoints);
        organization.ReplaceContacts(values.Contacts.Select(contact => new Contact(contact.Name, contact.Email, contact.Phone, contact.Role)));
    }

    private static async Task AuditAsync(AppDbContext db, Organization organization, string? before, Recorded recorded, CancellationToken cancel)
    {
        var body = $"{{\"before\":{before ?? "null"},\"after\":{ValuesOf(organization).ToJson()}}}";
        var id = organization.Id.ToString(CultureInfo.InvariantCulture);
        await db.AppendAuditAsync(new AuditFact(before is null ? "Added" : "Changed", nameof(Organization), id, body, organization.Id), recorded, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static OrganizationValues ValuesOf(Organization organization) => new(
        organization.CustomerNumber,
        organization.Name,
        organization.Currency,
        organization.PaymentTermsDays,
        organization.OwnerId,
        organization.PayerId,
        [.. organization.Contacts.OrderBy(contact => contact.Id).Select(contact => new ContactValues(contact.Name, contact.Email, contact.Phone, contact.Role))])
    {
        DiscountBasisPoints = organization.DiscountBasisPoints,
        DiscountDays = organization.DiscountDays,
        AllocationPolicy = organization.AllocationPolicy,
        CommissionBasisPoints = organization.CommissionBasisPoints,
    };
}
