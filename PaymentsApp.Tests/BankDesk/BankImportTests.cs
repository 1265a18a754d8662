using Microsoft.EntityFrameworkCore;
using PaymentsApp.BankDesk;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.BankDesk;

/// <summary>A bank's file comes in: what is kept, what is applied unasked, and what never is.</summary>
public sealed class BankImportTests
{
    [Theory, BothDatabases]
    public async Task What_is_sure_is_applied_the_rest_waits_and_all_lines_add_up_to_the_file(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var paid = await desk.InvoiceAsync(desk.Harbor, 1_250.75m, "INV-204417");
        var open = await desk.InvoiceAsync(desk.Lark, 310, "INV-204418");

        var fileId = await desk.ImportAsync(new CamtFile()
            .Entry(1_250.75m, "Harbor Books", "Invoice INV-204417")
            .Entry(77.10m, "Nobody We Know", "thank you")
            .Entry(-40, "City Power", "March").Bytes());

        Assert.Equal([BankLineState.Applied, BankLineState.Unmatched, BankLineState.NotReceipt], await desk.StatesAsync(fileId));
        Assert.Equal(0, await desk.OpenOfAsync(paid));
        Assert.Equal(310_00, await desk.OpenOfAsync(open));
        var line = (await desk.LinesAsync(fileId))[0];
        var payment = await desk.App.ReadAsync(db => db.Payments.SingleAsync());
        Assert.Equal((line.PaymentId, desk.Harbor.Id, 1_250_75L, desk.App.Today), (payment.Id, payment.PayerId, payment.AmountMinor, payment.ReceivedOn));
        var statement = (await desk.Queries.FilesAsync(null, default)).Files.Single().Statements.Single();
        Assert.True(statement.AddsUp);
        Assert.Equal((3, statement.Closing - statement.Opening), (statement.Tally.Count, (Money?)statement.Tally.Total));
        Assert.Equal((1, 1, 1), (statement.Tally.Applied.Count, statement.Tally.NeedsYou.Count, statement.Tally.NotReceipts.Count));
        Assert.Empty(await desk.App.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task The_same_file_again_adds_nothing_and_says_who_brought_it(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        await desk.InvoiceAsync(desk.Harbor, 125, "INV-204417");
        var bytes = new CamtFile().Entry(125, "Harbor Books", "INV-204417").Bytes();
        await desk.ImportAsync(bytes);

        var again = Assert.IsType<BankImportResult.AlreadyImported>(await desk.TryImportAsync(bytes, "renamed.xml"));

        Assert.Equal(("bank.xml", "Clara Clerk"), (again.FileName, again.By));
        Assert.Equal((1, 1, 1), await desk.App.ReadAsync(async db => (await db.BankFiles.CountAsync(), await db.BankLines.CountAsync(), await db.Payments.CountAsync())));
    }

    [Theory, BothDatabases]
    public async Task Overlapping_lines_are_duplicates_and_two_equal_payments_of_a_day_stay_two(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        await desk.ImportAsync(new CamtFile("A").Entry(50, "Harbor Books", "same words", bankId: "X1").Bytes());

        var second = await desk.ImportAsync(new CamtFile("B")
            .Entry(50, "Harbor Books", "same words", bankId: "X1").Entry(50, "Harbor Books", "same words", bankId: "X2").Bytes());

        Assert.Equal([BankLineState.Duplicate, BankLineState.Unmatched], await desk.StatesAsync(second));
        Assert.NotNull((await desk.LinesAsync(second))[0].EarlierLineId);
    }

    [Theory, BothDatabases]
    public async Task A_statement_that_does_not_add_up_applies_nothing_by_itself(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var invoice = await desk.InvoiceAsync(desk.Harbor, 1_250.75m, "INV-204417");

        var fileId = await desk.ImportAsync(new CamtFile().Entry(1_250.75m, "Harbor Books", "Invoice INV-204417").Bytes(missing: 5));

        Assert.Equal([BankLineState.Proposed], await desk.StatesAsync(fileId));
        Assert.Equal((1_250_75L, 0), (await desk.OpenOfAsync(invoice), await desk.PaymentsAsync()));
        var statement = (await desk.Queries.FilesAsync(null, default)).Files.Single().Statements.Single();
        Assert.False(statement.AddsUp);
        Assert.Contains(statement.Findings, finding => finding is { Blocks: true, DifferenceMinor: -5_00 });
    }

    [Theory, BothDatabases]
    public async Task A_payment_that_a_person_registered_by_hand_is_not_registered_again(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var first = await desk.InvoiceAsync(desk.Harbor, 1_250.75m, "INV-204417");
        var second = await desk.InvoiceAsync(desk.Harbor, 1_250.75m, "INV-904182");
        await desk.App.PaymentAsync(desk.Clerk, desk.Harbor, 1_250.75m, [(first, 1_250.75m)]);

        var fileId = await desk.ImportAsync(new CamtFile().Entry(1_250.75m, "Harbor Books", "Invoice INV-904182").Bytes());

        Assert.Equal([BankLineState.Proposed], await desk.StatesAsync(fileId));
        Assert.Equal((1_250_75L, 1), (await desk.OpenOfAsync(second), await desk.PaymentsAsync()));
        var line = await desk.Queries.LineAsync((await desk.LinesAsync(fileId))[0].Id, default);
        Assert.Contains("may be the same money", line!.Decision!.Words[0], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_import_that_was_stopped_is_shown_and_gone_on_with(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var invoice = await desk.InvoiceAsync(desk.Harbor, 1_250.75m, "INV-204417");
        using var stop = new CancellationTokenSource();
        var stopper = new StopAt("Matching", stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            desk.TryImportAsync(new CamtFile().Entry(1_250.75m, "Harbor Books", "INV-204417").Entry(5, "X", "y").Bytes(), progress: stopper, cancel: stop.Token));

        var file = (await desk.Queries.FilesAsync(null, default)).Files.Single();
        Assert.True(file.IsInterrupted);
        Assert.Equal([BankLineState.Waiting, BankLineState.Waiting], await desk.StatesAsync(file.Id));
        await desk.App.ExecuteSqlAsync($"""UPDATE "BankFiles" SET "WorkingUntil" = {(provider == DatabaseProvider.Postgres ? "'2026-03-02 12:00:30+00'" : "'2026-03-02 12:00:30'")}""");
        Assert.Contains("Somebody is working", await desk.App.Get<BankImport>().ContinueAsync(file.Id, new Progress<BankImportProgress>(), default), StringComparison.Ordinal);
        Assert.False((await desk.Queries.FilesAsync(null, default)).Files.Single().IsInterrupted);
        desk.App.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await desk.App.Get<BankImport>().ContinueAsync(file.Id, new Progress<BankImportProgress>(), default));
        Assert.Equal([BankLineState.Applied, BankLineState.Unmatched], await desk.StatesAsync(file.Id));
        Assert.Equal(0, await desk.OpenOfAsync(invoice));
        Assert.False((await desk.Queries.FilesAsync(null, default)).Files.Single().IsInterrupted);
    }

    [Theory, BothDatabases]
    public async Task Two_clerks_who_drop_the_same_day_at_once_do_not_store_it_twice(DatabaseProvider provider)
    {
        await using var desk = await BankTestDesk.OpenAsync(provider);
        var second = new CamtFile("B").Entry(50, "Harbor Books", "same words", bankId: "X1").Bytes();
        var meanwhile = new Meanwhile("Matching", () => desk.TryImportAsync(second));

        await desk.TryImportAsync(new CamtFile("A").Entry(50, "Harbor Books", "same words", bankId: "X1").Bytes(), progress: meanwhile);

        Assert.Contains("same account", Assert.IsType<BankImportResult.Refused>(meanwhile.Result).Reason, StringComparison.Ordinal);
        Assert.Equal([BankLineState.Duplicate], await desk.StatesAsync(await desk.ImportAsync(second)));
    }

    [Fact]
    public async Task What_is_no_bank_file_is_refused_with_the_reason()
    {
        await using var desk = await BankTestDesk.OpenAsync(DatabaseProvider.Sqlite);

        var refused = Assert.IsType<BankImportResult.Refused>(await desk.TryImportAsync("%PDF-1.7 ..."u8.ToArray()));

        Assert.Contains("no bank file", refused.Reason, StringComparison.Ordinal);
        Assert.Empty((await desk.Queries.FilesAsync(null, default)).Files);
    }

    [Theory]
    [InlineData("camt")]
    [InlineData("mt940")]
    [InlineData("bai2")]
    [InlineData("ofx")]
    [InlineData("nacha")]
    public async Task Real_files_are_kept_whole(string format)
    {
        var folder = Path.GetDirectoryName(SharedData.PathOf("bank-samples/FACTS.tsv"))!;
        await using var desk = await BankTestDesk.OpenAsync(DatabaseProvider.Sqlite);
        var imported = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, format)).Order(StringComparer.Ordinal).Take(8))
        {
            if (await desk.TryImportAsync(await File.ReadAllBytesAsync(file), Path.GetFileName(file)) is not BankImportResult.Imported { FileId: var fileId })
            {
                continue;
            }

            imported++;
            var statements = (await desk.Queries.FilesAsync(null, default)).Files.Single(found => found.Id == fileId).Statements;
            var lines = await desk.LinesAsync(fileId);
            Assert.All(statements, statement => Assert.Equal(0, statement.LinesMissing));
            Assert.Equal(statements.Sum(statement => statement.Tally.Count), lines.Count);
            Assert.DoesNotContain(lines, line => line.State is BankLineState.Waiting or BankLineState.Sure);
        }

        Assert.True(imported >= 3, $"{imported} files of {format}");
        Assert.Equal(0, await desk.PaymentsAsync());
    }

    // The other clerk does this while the import is at that step.
    private sealed class Meanwhile(string step, Func<Task<BankImportResult>> act) : IProgress<BankImportProgress>
    {
        public BankImportResult? Result { get; private set; }

        public void Report(BankImportProgress value)
        {
            if (value.Doing == step && Result is null)
            {
                Result = Task.Run(act).GetAwaiter().GetResult();
            }
        }
    }

    private sealed class StopAt(string step, CancellationTokenSource stop) : IProgress<BankImportProgress>
    {
        public void Report(BankImportProgress value)
        {
            if (value.Doing == step)
            {
                stop.Cancel();
            }
        }
    }
}
