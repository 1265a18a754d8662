using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Administration;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

/// <summary>Admin &gt; Audit log as an administrator reads it.</summary>
public sealed class AuditScreenTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Entries_are_read_newest_first_and_narrowed_by_person_and_subject()
    {
        var admin = await App.AdminAsync();
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(client, total: 100);
        await App.PaymentAsync(Finance, client, 60, [(invoice, 60)]);
        await App.PaymentAsync(Rep, client, 40, [(invoice, 40)]);
        Show<AuditPage>(admin);
        Eventually(() => Assert.Equal(2, Rows("Audit log").Count));
        Assert.Contains("Rita Rep", Rows("Audit log")[0], StringComparison.Ordinal);
        Assert.False(HasButton("Clear filters"));

        Box("Who").Change(Finance.Id);

        Eventually(() => Assert.Contains("Fiona Finance", Assert.Single(Rows("Audit log")), StringComparison.Ordinal));
        Assert.Contains(Finance.Id, Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Button("Clear filters").Click();
        Eventually(() => Assert.Equal(2, Rows("Audit log").Count));
    }

    [Fact]
    public async Task The_check_of_the_chain_says_what_it_found()
    {
        var admin = await App.AdminAsync();
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        await App.PaymentAsync(Finance, client, 60, []);
        Show<AuditPage>(admin);
        Eventually(() => Assert.Single(Rows("Audit log")));

        Button("Check the chain").Click();
        Eventually(() => Assert.Contains("All 1 entries are as they were written.", Words, StringComparison.Ordinal));

        await App.ExecuteSqlAsync("""DROP TRIGGER "AuditEntries_no_UPDATE"; UPDATE "AuditEntries" SET "Body" = '{}'""");
        Button("Check the chain").Click();
        Eventually(() => Assert.Contains("The audit log was tampered with", Words, StringComparison.Ordinal));
    }
}
