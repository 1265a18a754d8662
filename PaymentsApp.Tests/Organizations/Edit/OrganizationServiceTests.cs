using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Organizations;
using PaymentsApp.Organizations.Edit;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Organizations.Edit;

public sealed class OrganizationServiceTests
{
    private static readonly OrganizationValues Harbor = new(
        "C-1", "Harbor Café", "USD", 30, null, null, [new ContactValues("Ann Lee", "ann@harbor.example", null, "Accounts payable")])
    {
        AllocationPolicy = AllocationPolicy.OldestFirst,
        CommissionBasisPoints = 1_500,
    };

    [Theory]
    [BothDatabases]
    public async Task A_new_organization_is_saved_with_its_contacts_and_found_again(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        app.As(await app.FinanceAsync());
        var organizations = app.Get<OrganizationService>();

        var saved = Assert.IsType<SaveOrganizationResult.Saved>(await organizations.SaveAsync(new SaveOrganization(null, await organizations.StartAsync(default), Harbor), default));

        Assert.Equal(Harbor.ToJson(), (await organizations.FindAsync(saved.Id, default))!.ToJson());
        var audit = await app.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == "Organization"));
        Assert.Equal("Added", audit.Action);
        Assert.Contains("C-1", audit.Body, StringComparison.Ordinal);
    }

    [Theory]
    [BothDatabases]
    public async Task A_change_that_a_colleague_made_meanwhile_is_not_overwritten(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        app.As(await app.FinanceAsync());
        var organizations = app.Get<OrganizationService>();
        var id = await SaveAsync(organizations, null, Harbor);

        var shown = await organizations.FindAsync(id, default);
        await SaveAsync(organizations, id, shown! with { PaymentTermsDays = 60 }, shown);
        var late = await organizations.SaveAsync(new SaveOrganization(id, shown, shown with { Name = "Harbor" }), default);

        Assert.Contains("colleague", Assert.Single(Assert.IsType<SaveOrganizationResult.Refused>(late).Problems), StringComparison.Ordinal);
        Assert.Equal(60, (await organizations.FindAsync(id, default))!.PaymentTermsDays);
    }

    [Fact]
    public async Task Early_payment_discount_has_a_percentage_and_a_time_or_neither()
    {
        await using var app = await TestDatabase.CreateAsync();
        app.As(await app.FinanceAsync());
        var organizations = app.Get<OrganizationService>();

        await RefusedAsync(organizations, Harbor with { DiscountBasisPoints = 200 }, "or neither");
        await RefusedAsync(organizations, Harbor with { DiscountBasisPoints = 10_000, DiscountDays = 10 }, "less than 100%");
        await RefusedAsync(organizations, Harbor with { DiscountBasisPoints = 200, DiscountDays = 400 }, "365 days");
        var id = await SaveAsync(organizations, null, Harbor with { DiscountBasisPoints = 250, DiscountDays = 10 });

        var found = (await organizations.FindAsync(id, default))!;
        Assert.Equal((250, 10), (found.DiscountBasisPoints, found.DiscountDays));
        var draft = OrganizationDraft.Of(found, null);
        Assert.Equal(2.5m, draft.DiscountPercent);
        Assert.Equal(found.ToJson(), draft.ToValues().ToJson());
    }

    [Fact]
    public async Task Only_a_sales_rep_becomes_owner_and_then_sees_the_client()
    {
        await using var app = await TestDatabase.CreateAsync();
        var finance = await app.FinanceAsync();
        var rep = await app.RepAsync();
        app.As(finance);
        var organizations = app.Get<OrganizationService>();

        Assert.Equal([rep.Id], (await organizations.SalesRepsAsync(default)).Select(r => r.UserId));
        await RefusedAsync(organizations, Harbor with { OwnerId = finance.Id }, "sales rep");
        var id = await SaveAsync(organizations, null, Harbor with { OwnerId = rep.Id });

        app.As(rep);
        await using var db = await app.Contexts.CreateDbContextAsync();
        var access = await app.Get<CurrentUser>().RequireAsync(Permission.ViewAccounts, db, default);
        Assert.Equal([id], await access.VisibleOrganizations(db).Select(o => o.Id).ToListAsync());
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_saved()
    {
        await using var app = await TestDatabase.CreateAsync();
        app.As(await app.FinanceAsync());
        var organizations = app.Get<OrganizationService>();
        var id = await SaveAsync(organizations, null, Harbor);

        await RefusedAsync(organizations, Harbor, "is taken");
        await RefusedAsync(organizations, Harbor with { CustomerNumber = "" }, "customer number");
        await RefusedAsync(organizations, Harbor with { CustomerNumber = "C-2", Name = "" }, "Enter a name");
        await RefusedAsync(organizations, Harbor with { CustomerNumber = "C-2", Currency = "XYZ" }, "currency");
        await RefusedAsync(organizations, Harbor with { CustomerNumber = "C-2", PaymentTermsDays = 366 }, "Payment terms");
        await RefusedAsync(organizations, Harbor with { CustomerNumber = "C-2", Contacts = [new ContactValues("Bo", "bo", null, null)] }, "e-mail");
        await RefusedAsync(organizations, Harbor with { CustomerNumber = "C-2", CommissionBasisPoints = 10_000 }, "commission");
        await RefusedAsync(organizations, Harbor with { CustomerNumber = "C-2", AllocationPolicy = (AllocationPolicy)9 }, "proposed");
        var itself = await organizations.SaveAsync(new SaveOrganization(id, Harbor, Harbor with { PayerId = id }), default);

        Assert.Contains("pays itself", Assert.Single(Assert.IsType<SaveOrganizationResult.Refused>(itself).Problems), StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Organizations.CountAsync()));
    }

    [Theory]
    [BothDatabases]
    public async Task Who_pays_for_others_pays_for_itself(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        app.As(await app.FinanceAsync());
        var organizations = app.Get<OrganizationService>();
        var agency = await SaveAsync(organizations, null, Harbor with { CustomerNumber = "C-9", Name = "Meridian Media" });
        var client = await SaveAsync(organizations, null, Harbor with { PayerId = agency });

        await RefusedAsync(organizations, Harbor with { CustomerNumber = "C-2", PayerId = client }, "Choose Meridian Media as the payer.");
        await RefusedAsync(organizations, Harbor with { CustomerNumber = "C-2", PayerId = 999_999 }, "was not found");
        var other = await SaveAsync(organizations, null, Harbor with { CustomerNumber = "C-3" });
        var values = (await organizations.FindAsync(agency, default))!;
        var chain = await organizations.SaveAsync(new SaveOrganization(agency, values, values with { PayerId = other }), default);
        Assert.Contains("pays for 1 client", Assert.Single(Assert.IsType<SaveOrganizationResult.Refused>(chain).Problems), StringComparison.Ordinal);

        var header = await app.Get<OrganizationDetailQueries>().FindAsync(agency, default);
        Assert.Equal(1, header!.PaysForCount);
        var paidFor = Assert.Single((await app.Get<OrganizationDetailQueries>().OverviewAsync(agency, default))!.PaysFor);
        Assert.Equal((client, "Harbor Café"), (paidFor.Id, paidFor.Name));
        var audit = await app.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == "Organization" && entry.OrganizationId == client).SingleAsync());
        Assert.Contains($"\"payerId\":{agency}", audit.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_rep_cannot_edit_not_even_the_own_client()
    {
        await using var app = await TestDatabase.CreateAsync();
        var rep = await app.RepAsync();
        app.As(await app.FinanceAsync());
        var id = await SaveAsync(app.Get<OrganizationService>(), null, Harbor with { OwnerId = rep.Id });

        app.As(rep);
        var result = await app.Get<OrganizationService>().SaveAsync(new SaveOrganization(id, Harbor, Harbor with { OwnerId = null }), default);

        Assert.IsType<SaveOrganizationResult.Refused>(result);
        await Assert.ThrowsAsync<AccessDeniedException>(() => app.Get<OrganizationService>().FindAsync(id, default));
    }

    private static async Task<int> SaveAsync(OrganizationService organizations, int? id, OrganizationValues values, OrganizationValues? before = null) =>
        Assert.IsType<SaveOrganizationResult.Saved>(await organizations.SaveAsync(new SaveOrganization(id, before, values), default)).Id;

    private static async Task RefusedAsync(OrganizationService organizations, OrganizationValues values, string because)
    {
        var result = await organizations.SaveAsync(new SaveOrganization(null, null, values), default);
        Assert.Contains(Assert.IsType<SaveOrganizationResult.Refused>(result).Problems, problem => problem.Contains(because, StringComparison.Ordinal));
    }
}
