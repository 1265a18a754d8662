using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

/// <summary>Measures the memory of the whole process, so that nothing else may run beside it.</summary>
[Collection(MeasuringTests.Name)]
public sealed class LargeImportTests
{
    [Fact]
    public async Task Memory_does_not_grow_with_the_file()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        using var folder = new TemporaryFolder();
        var plan = ImportPlan.Make(
            await app.Get<InvoiceImport>().AnalyseAsync(await WriteAsync(folder, 100_000), null, null, default),
            new ImportChoices { Currency = "USD" });
        var peaks = new Peaks(firstLines: 10_000);

        var outcome = await app.Get<InvoiceImport>().RunAsync(plan, "large.csv", folder.File("rejected.csv"), peaks, default);

        Assert.Equal((100_000, 99_000, 1_000), (outcome.Tally.Lines, outcome.Tally.Added, outcome.Tally.Rejected));
        Assert.Equal(ImportLimits.ProblemsKept, outcome.Tally.Problems.Count);
        Assert.True(
            peaks.Later < peaks.First + (16 * 1024 * 1024),
            $"Live memory was {peaks.First:N0} bytes over the first lines and {peaks.Later:N0} over the later ones.");
    }

    private static async Task<string> WriteAsync(TemporaryFolder folder, int lines)
    {
        var path = folder.File("large.csv");
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("Invoice number,Customer number,Customer name,Amount,Invoice date,Due date,Description");
        for (var i = 1; i <= lines; i++)
        {
            // Each hundredth line is bad.
            var amount = i % 100 == 0 ? "0" : $"{i % 5000}.25";
            await file.WriteLineAsync($"N-{i:D7},C-{i % 800:D4},Client {i % 800},{amount},2026-01-{1 + (i % 28):D2},2026-02-{1 + (i % 28):D2},Full page in issue {i % 12}");
        }

        return path;
    }

    // What is alive, not what the collector has not come to yet.
    private sealed class Peaks(int firstLines) : IProgress<ImportProgress>
    {
        private long _next;

        public long First { get; private set; }

        public long Later { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Lines < _next)
            {
                return;
            }

            _next = value.Lines + 5_000;
            var alive = GC.GetTotalMemory(forceFullCollection: true);
            if (value.Lines <= firstLines)
            {
                First = Math.Max(First, alive);
            }
            else
            {
                Later = Math.Max(Later, alive);
            }
        }
    }
}
