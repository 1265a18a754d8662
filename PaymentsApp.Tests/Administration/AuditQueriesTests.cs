using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Administration;
using PaymentsApp.Components.Lists;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

public sealed partial class AuditQueriesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly AuditFilter All = new(null, null, null, null, null, null);

    [Theory, BothDatabases]
    public async Task The_log_pages_from_the_newest_and_back(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var admin = await app.AdminAsync();
        await WriteAsync(app, admin.Id, 120, TimeSpan.Zero);
        var queries = app.Get<AuditQueries>();

        var first = await queries.ListAsync(All, null, None);
        var second = await queries.ListAsync(All, PageKey.Parse(first.NextKey), None);
        var third = await queries.ListAsync(All, PageKey.Parse(second.NextKey), None);
        var back = await queries.ListAsync(All, PageKey.Parse(third.PreviousKey), None);

        Assert.Equal(Enumerable.Range(1, 120).Select(seq => (long)seq).Reverse(), first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Seq));
        Assert.Equal(second.Rows.Select(row => row.Seq), back.Rows.Select(row => row.Seq));
        Assert.Null(third.NextKey);
    }

    [Theory, BothDatabases]
    public async Task The_log_is_filtered_by_the_companys_days_and_by_who_and_what(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var admin = await app.AdminAsync();
        var other = await app.AdminAsync("Other");
        var start = app.Today;
        await WriteAsync(app, admin.Id, 40, TimeSpan.FromHours(6)); // ten days
        await WriteAsync(app, other.Id, 1, TimeSpan.Zero);
        var queries = app.Get<AuditQueries>();

        var day = await queries.ListAsync(All with { From = start.AddDays(3), To = start.AddDays(4) }, null, None);
        var who = await queries.ListAsync(All with { ActorId = other.Id }, null, None);
        var what = await queries.ListAsync(All with { Action = "Changed", Entity = "Thing", EntityId = "7" }, null, None);
        var never = await queries.ListAsync(All with { From = start.AddDays(300) }, null, None);

        Assert.Equal(8, day.Rows.Count);
        Assert.All(day.Rows, row => Assert.InRange(DateOnly.FromDateTime(row.At), start.AddDays(3), start.AddDays(4)));
        Assert.Equal("Other", Assert.Single(who.Rows).Actor);
        Assert.Equal("7", Assert.Single(what.Rows).EntityId);
        Assert.Empty(never.Rows);
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        await using var app = await TestDatabase.CreateAsync();
        var admin = await app.AdminAsync();
        await WriteAsync(app, admin.Id, 9, TimeSpan.Zero);
        Assert.Equal(new AuditVerification(9, null, 0), await app.Get<AuditQueries>().VerifyAsync(None));

        foreach (var trigger in await app.ReadAsync(db => Task.FromResult(db.Database.SqlQueryRaw<string>(
            "SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditEntries'").ToList())))
        {
            await app.ExecuteSqlAsync($"DROP TRIGGER \"{trigger}\"");
        }

        await app.ExecuteSqlAsync("UPDATE \"AuditEntries\" SET \"Body\" = '[]' WHERE \"Seq\" = 4");
        var verification = await app.Get<AuditQueries>().VerifyAsync(None);

        Assert.Contains("entry 4", verification.FirstFinding, StringComparison.Ordinal);
        Assert.Equal(1, verification.Findings);
    }

    [Fact]
    public void The_filters_know_every_action_that_the_program_writes()
    {
        var written = SourceFile.Of("PaymentsApp")
            .SelectMany(file => Actions().Matches(file.Code))
            .Select(match => match.Groups["action"].Value)
            .Distinct();

        Assert.Equal(AuditWords.Actions, written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Values_are_put_into_words()
    {
        Assert.Equal(
            [new AuditLine("Roles", "Finance", "AdSales, Admin"), new AuditLine("Name", null, "Nina")],
            AuditBody.Read("""{"before":{"roles":["Finance"]},"after":{"roles":["AdSales","Admin"],"name":"Nina"}}"""));
        Assert.Equal([new AuditLine("Active", "yes", "no")], AuditBody.Read("""{"before":{"active":true},"after":{"active":false}}"""));
        Assert.Equal([new AuditLine("", null, "no json")], AuditBody.Read("no json"));
        Assert.Empty(AuditBody.Read("{}"));
    }

    [Fact]
    [UseCulture("en-US")]
    public void Amounts_are_written_with_their_currency()
    {
        var lines = AuditBody.Read(
            """{"currency":"JPY","amountMinor":1500,"unappliedMinor":{"before":20,"after":0},"allocations":[{"Id":"x","InvoiceId":3,"AmountMinor":1480}],"memo":null}""");

        Assert.Equal(
            [
                new AuditLine("Currency", null, "JPY"),
                new AuditLine("Amount", null, "1,500\u00A0JPY"),
                new AuditLine("Unapplied", "20\u00A0JPY", "0\u00A0JPY"),
                new AuditLine("Allocations", null, "invoice id 3, amount 1,480\u00A0JPY"),
            ],
            lines);
    }

    private static async Task WriteAsync(TestDatabase app, string actorId, int count, TimeSpan apart)
    {
        for (var number = 1; number <= count; number++)
        {
            await app.WriteAsync(async db =>
            {
                await db.AppendAuditAsync(new AuditFact("Changed", "Thing", $"{number}", "{}"), app.Clock.RecordedBy(actorId), None);
                return true;
            });
            app.Time.Advance(apart);
        }
    }

    [GeneratedRegex("""\b(?:AuditFact|Audit|Fact|Note|Of|OfPromise)\(\s*"(?<action>[A-Z][A-Za-z]+)"\s*,""")]
    private static partial Regex Actions();
}
