using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data;

/// <summary>The search over parts of names finds what reading every name finds.</summary>
public sealed class OrganizationSearchTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    // Folded, doubled, special to LIKE, to SQL and to JSON, beyond the first 65,536 code points.
    private static readonly string[] Letters =
        ["a", "A", "b", "é", "E", "Ü", "ß", "ﬁ", "Ø", "%", "_", "\\", "'", "\"", "[", "*", "&", "-", " ", " ", "  ", "1", "9", "株", "Ａ", "\uFFFD", "🎈", "𝒜"];

    [Theory, BothDatabases]
    public async Task Names_are_found_by_every_part_of_them_as_if_each_were_read(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var random = new Random(20261122);
        var organizations = await AddAsync(app, [.. Enumerable.Range(0, 200).Select(_ => Name(random, random.Next(1, 60))), new string('A', 200), "´"]);

        for (var i = 0; i < 250; i++)
        {
            await AssertFindsAsync(app, organizations, TextOf(random, organizations));
        }
    }

    [Theory, BothDatabases]
    public async Task A_changed_name_is_found_by_its_new_parts_only(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var organizations = await AddAsync(app, ["Harbor Travel", "Grove Energy"]);

        await app.WriteAsync(async db =>
        {
            (await db.Organizations.SingleAsync(organization => organization.Id == organizations[0].Id)).Rename("Zürich Motors");
            return true;
        });
        var now = await app.ReadAsync(db => db.Organizations.OrderBy(organization => organization.Id).ToListAsync());

        foreach (var text in (string[])["harbor", "avel", "ZURI", "h mot", "ors", "grove"])
        {
            await AssertFindsAsync(app, now, text);
        }
    }

    [Theory, BothDatabases]
    public async Task Of_more_than_can_be_listed_only_that_they_are_many_is_said(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await AddAsync(app, [.. Enumerable.Range(0, OrganizationSearch.ListedMax).Select(i => $"Anna and Hannah {i}"), "Other"]);

        Assert.Equal(OrganizationSearch.ListedMax, (await FewAsync(app, "ann"))?.Count);
        Assert.Equal(OrganizationSearch.ListedMax, (await FewAsync(app, "n"))?.Count);
        await AddAsync(app, ["Joanna"]);
        Assert.Null(await FewAsync(app, "ann"));
        Assert.Null(await FewAsync(app, "n"));

        var found = await app.ReadAsync(async db => await (await db.Organizations.MatchingAsync(db.OrganizationNameParts, "ann", Cancel)).CountAsync(Cancel));
        Assert.Equal(OrganizationSearch.ListedMax + 1, found);
    }

    private static async Task AssertFindsAsync(TestDatabase app, List<Organization> organizations, string text)
    {
        var expected = organizations.Where(organization => Matches(organization, text)).Select(organization => organization.Id).Order().ToList();

        Assert.Equal(expected, (await FewAsync(app, text))?.Order());
        Assert.Equal(expected, (await app.ReadAsync(db => db.Organizations.Matching(text).Select(organization => organization.Id).ToListAsync())).Order());
    }

    private static bool Matches(Organization organization, string text) =>
        organization.SearchName.Contains(SearchText.Normalize(text), StringComparison.Ordinal)
        || new[] { text.Trim(), text.Trim().ToUpperInvariant(), text.Trim().ToLowerInvariant() }
            .Any(number => organization.CustomerNumber.StartsWith(number, StringComparison.Ordinal));

    private static Task<List<int>?> FewAsync(TestDatabase app, string text) =>
        app.ReadAsync(db => db.Organizations.FewMatchingAsync(db.OrganizationNameParts, text, Cancel));

    private static string Name(Random random, int length) => $"Z{string.Concat(Enumerable.Range(0, length).Select(_ => random.GetItems(Letters, 1)[0]))}";

    // Mostly a piece of a name, sometimes nobody's, sometimes longer than a part is kept.
    private static string TextOf(Random random, List<Organization> organizations)
    {
        var name = organizations[random.Next(organizations.Count)].Name;
        var runes = name.EnumerateRunes().ToList();
        var from = random.Next(runes.Count);
        var piece = string.Concat(runes.Skip(from).Take(random.Next(1, random.Next(2, 60))));
        return random.Next(8) switch
        {
            0 => Name(random, random.Next(1, 3)),
            1 => piece.ToLowerInvariant(),
            2 => piece.ToUpperInvariant(),
            3 => organizations[random.Next(organizations.Count)].CustomerNumber[..random.Next(1, 6)].ToLowerInvariant(),
            _ => piece.Trim().Length == 0 ? name : piece,
        };
    }

    private static async Task<List<Organization>> AddAsync(TestDatabase app, IReadOnlyList<string> names) => await app.WriteAsync(async db =>
    {
        var before = await db.Organizations.CountAsync();
        List<Organization> organizations = [.. names.Select((name, i) => new Organization($"Kd-{before + i:D5}", name, "USD"))];
        db.Organizations.AddRange(organizations);
        return organizations;
    });
}
