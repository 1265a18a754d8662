using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Seeding;

/// <summary>Makes the organizations of the demo data, with contacts, owners and agencies.</summary>
internal static class DemoOrganizations
{
    private static readonly string[] FirstNames =
    [
        "Alice", "Ben", "Carla", "Daniel", "Elena", "Frank", "Grace", "Hugo", "Irene", "James", "Karen", "Luis", "Maya", "Nora", "Oscar", "Paula",
    ];

    private static readonly string[] LastNames =
    [
        "Abbott", "Barnes", "Castillo", "Dawson", "Engel", "Fischer", "Greene", "Hansen", "Ito", "Jensen", "Keller", "Lindgren", "Moreno", "Nash",
        "Okafor", "Price", "Quinn", "Reyes", "Sato", "Turner",
    ];

    private static readonly string[] ContactRoles = ["Accounts payable", "Marketing", "Owner"];

    /// <summary>Adds and saves them.</summary>
    /// <returns>In the order of <see cref="DemoClients.All"/>.</returns>
    public static async Task<IReadOnlyList<Organization>> AddAsync(AppDbContext db, Random random, CancellationToken cancel)
    {
        var organizations = DemoClients.All.Select((client, index) => Make(client, index, random)).ToList();
        db.Organizations.AddRange(organizations);
        await db.SaveChangesAsync(cancel);

        var byName = organizations.ToDictionary(organization => organization.Name);
        foreach (var (client, organization) in DemoClients.All.Zip(organizations).Where(pair => pair.First.Agency is not null))
        {
            organization.PaidBy(byName[client.Agency!].Id);
        }

        await db.SaveChangesAsync(cancel);
        return organizations;
    }

    /// <summary>Two reps share most clients; every sixth is a house account that nobody owns.</summary>
    private static string? OwnerOf(int index) => (index % 6) switch
    {
        0 => null,
        1 or 3 or 5 => DemoPeople.FirstRepId,
        _ => DemoPeople.SecondRepId,
    };

    private static Organization Make(DemoClient client, int index, Random random)
    {
        var organization = new Organization(string.Create(CultureInfo.InvariantCulture, $"C-{1001 + (index * 7)}"), client.Name, client.Currency);
        organization.SetPaymentTerms(client.TermsDays);
        organization.AssignOwner(OwnerOf(index));

        var domain = SearchText.Key(client.Name).ToLowerInvariant() + ".example";
        for (var i = 0; i <= random.Next(0, 3); i++)
        {
            var first = FirstNames[random.Next(FirstNames.Length)];
            var last = LastNames[random.Next(LastNames.Length)];
            var email = i == 0 ? $"accounts@{domain}" : $"{first}.{last}@{domain}".ToLowerInvariant();
            var phone = string.Create(CultureInfo.InvariantCulture, $"+1 555 01{random.Next(0, 100):D2}");
            organization.AddContact(new Contact($"{first} {last}", email, phone, ContactRoles[i]));
        }

        return organization;
    }
}
