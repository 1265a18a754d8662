using System.Diagnostics;
using System.Globalization;
using System.Text;
using PaymentsApp.Banking;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Banking.Reading;

/// <summary>
/// Real files, damaged at random: whatever a reader is given, it answers, soon, and never with less than it counted.
/// A few seconds in every run; PAYMENTSAPP_FUZZ_SECONDS makes it longer, PAYMENTSAPP_FUZZ_SEED repeats a run.
/// </summary>
[Trait("Needs", "SharedData")]
[Collection(MeasuringTests.Name)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int SecondsUsually = 8;
    private const long GrowthMax = 48 * 1024 * 1024;
    private const long AllocatedMax = 64 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly string[] Tokens =
        ["\0", "\r", "\n", "\"", "<", ">", "]]>", "<![CDATA[", "&#x41;", "&", ":61:", ":86:", "-", "-}", "{4:", "88,", "/", "^", "!Type:Bank", "~", "*", "ISA", "9999999999999999999999", ",", ".", "\uFEFF", "é", "-1", "0"];

    [Fact]
    public void Damaged_files_are_answered_soon_and_whole()
    {
        var seconds = Setting("PAYMENTSAPP_FUZZ_SECONDS") ?? SecondsUsually;
        var seed = Setting("PAYMENTSAPP_FUZZ_SEED") ?? Environment.TickCount;
        output.WriteLine($"PAYMENTSAPP_FUZZ_SEED={seed}");
        var random = new Random(seed);
        var samples = BankSample.All().Select(sample => (sample.File, sample.Bytes)).ToList();
        samples.ForEach(sample => Check(sample.File, sample.Bytes, seed, patience: TimeSpan.FromSeconds(20))); // the first reading of each also warms up
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (clock, files) = (Stopwatch.StartNew(), 0);
        for (; clock.Elapsed < TimeSpan.FromSeconds(seconds); files++)
        {
            var (file, bytes) = samples[random.Next(samples.Count)];
            Check(file, Damage(bytes, random), seed, Patience);
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{files} files in {clock.Elapsed}; memory grew by {growth} bytes.");

        // In a run of all tests the others' memory is counted too; the long run is alone.
        Assert.True(growth < GrowthMax || Setting("PAYMENTSAPP_FUZZ_SECONDS") is null, $"Memory grew by {growth} bytes (seed {seed}).");
    }

    private static void Check(string file, byte[] bytes, int seed, TimeSpan patience)
    {
        var (clock, allocated) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            if (Reading.Of(bytes) is BankFileReading.Read read)
            {
                foreach (var statement in read.File.Statements)
                {
                    Assert.Equal(statement.ReportedEntries, statement.Findings.Count(finding => finding.Kind == BankFindingKind.EntryNotRead));
                    Assert.All(statement.Entries, entry => Assert.InRange(entry.At.Offset, 0, int.MaxValue));
                }
            }
        }
        catch (Exception e)
        {
            var kept = Path.Combine(Path.GetTempPath(), $"fuzz-{seed}.bin");
            File.WriteAllBytes(kept, bytes);
            Assert.Fail($"{file} (seed {seed}, kept as {kept}): {e}");
        }

        var took = clock.Elapsed;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.True(allocated < AllocatedMax + (500L * bytes.Length), $"{file}: {allocated} bytes of memory for {bytes.Length} (seed {seed}).");
        if (took > patience)
        {
            // Once more, because a busy machine may have been what was slow.
            clock.Restart();
            _ = Reading.Of(bytes);
            Assert.True(clock.Elapsed < patience, $"{file} took {took}, and again {clock.Elapsed} (seed {seed}).");
        }
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var times = random.Next(1, 8); times > 0 && damaged.Count > 1; times--)
        {
            var at = random.Next(damaged.Count);
            var length = Math.Min(random.Next(1, 60), damaged.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, length);
                    break;
                case 2:
                    damaged.InsertRange(at, damaged.GetRange(random.Next(damaged.Count - length + 1), length));
                    break;
                case 3:
                    damaged.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 4:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                default:
                    for (var copies = random.Next(2, 50); copies > 0 && damaged.Count < 200_000; copies--)
                    {
                        damaged.InsertRange(at, damaged.GetRange(at, length));
                    }

                    break;
            }
        }

        return [.. damaged];
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
