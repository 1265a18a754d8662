using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Administration;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

/// <summary>The audit log leaves the program whole: an auditor can follow the chain in the file.</summary>
public sealed class AuditExportTests
{
    private static readonly AuditFilter All = new(null, null, null, null, null, null);

    [Theory, BothDatabases]
    public async Task The_chain_can_be_followed_in_the_file(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await LedgerStory.TellAsync(app);
        var admin = await app.AdminAsync();

        var lines = await ExportAsync(app, admin, All);

        var entries = await app.ReadAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Seq).ToListAsync());
        Assert.Equal(("Exported", "AuditLog"), (entries[^1].Action, entries[^1].Entity));
        Assert.Equal(entries.SkipLast(1).Select(entry => (entry.Seq.ToString(CultureInfo.InvariantCulture), entry.Body, entry.PrevHash, entry.Hash)),
            lines.Select(line => (line["Seq"], line["Body"], line["Previous hash"], line["Hash"])));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal(pair.First["Hash"], pair.Second["Previous hash"]));
    }

    [Fact]
    public async Task What_is_filtered_is_what_is_exported()
    {
        await using var app = await TestDatabase.CreateAsync();
        await LedgerStory.TellAsync(app);
        var admin = await app.AdminAsync();

        var lines = await ExportAsync(app, admin, All with { Action = "Registered" });

        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(("Registered", nameof(Payment)), (line["Action"], line["Entity"])));
    }

    private static async Task<List<Dictionary<string, string>>> ExportAsync(TestDatabase app, TestUser admin, AuditFilter filter)
    {
        using var file = new MemoryStream();
        await app.For(admin).GetRequiredService<AuditExport>().ExportAsync(filter, file, default);
        using var csv = new CsvReader(new StringReader(Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(record => ((IDictionary<string, object>)record).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
