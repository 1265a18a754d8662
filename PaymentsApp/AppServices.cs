using Microsoft.Extensions.Configuration.Memory;
using PaymentsApp.Administration;
using PaymentsApp.BankDesk;
using PaymentsApp.Banking.Remittances;
using PaymentsApp.Collection;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.FollowUps;
using PaymentsApp.Home;
using PaymentsApp.Invoicing;
using PaymentsApp.Journal;
using PaymentsApp.Live;
using PaymentsApp.Mail;
using PaymentsApp.Organizations;
using PaymentsApp.Payments;
using PaymentsApp.Security;
using PaymentsApp.Seeding;
using PaymentsApp.Statements;

namespace PaymentsApp;

/// <summary>What the program is made of. Each line is a feature's own registration.</summary>
internal static class AppServices
{
    private const string DefaultUrl = "http://localhost:5080";

    public static WebApplicationBuilder AddPaymentsApp(this WebApplicationBuilder builder)
    {
        // First in the list, so that any other source (ASPNETCORE_URLS, appsettings.json, --urls) wins.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = [new(WebHostDefaults.ServerUrlsKey, DefaultUrl)],
        });

        // Without it a build output outside Development serves every static file as 200 with 0 bytes.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(DatabaseOptions.From(builder.Configuration));
        builder.Services.AddSecurity(builder.Configuration, builder.Environment);
        builder.Services.AddDocuments(builder.Configuration);
        builder.Services.AddMail();
        builder.Services.AddPayments();
        builder.Services.AddRemittances();
        builder.Services.AddStatements();
        builder.Services.AddSeeding();
        builder.Services.AddHome();
        builder.Services.AddInvoicing();
        builder.Services.AddJournal();
        builder.Services.AddFollowUps();
        builder.Services.AddBankDesk();
        builder.Services.AddCollection();
        builder.Services.AddOrganizations();
        builder.Services.AddAdministration();
        builder.Services.AddLive();
        builder.Services.AddComponents();
        return builder;
    }
}
