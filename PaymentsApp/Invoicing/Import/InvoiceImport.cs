using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Imports one file in three passes: find out what it is, check every line, take the good ones in portions of one
/// transaction each. Memory does not grow with the file.
/// </summary>
public sealed class InvoiceImport(
    InvoiceService invoices,
    PaymentService payments,
    IDbContextFactory<AppDbContext> contexts,
    CurrentUser currentUser,
    CompanyClock clock,
    ILogger<InvoiceImport> logger)
{
    private const int LinesBetweenReports = 2000;

    private readonly ILogger _logger = logger;

    /// <summary>Reads the whole file once: encoding, separator, columns, and what their values look like.</summary>
    /// <exception cref="ImportFileException">It is not a readable CSV.</exception>
    /// <exception cref="AccessDeniedException">The person may not import.</exception>
    public async Task<FileAnalysis> AnalyseAsync(
        string path, string? encoding, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        await RequireAsync(cancel);
        await LeaveTheCircuit();
        var size = new FileInfo(path).Length;
        long lines = 0;
        return FileAnalysis.Read(
            path,
            encoding,
            bytes =>
            {
                if (++lines % LinesBetweenReports == 0)
                {
                    progress?.Report(new ImportProgress(bytes, size, lines));
                }
            },
            cancel);
    }

    /// <summary>Checks every line without writing anything.</summary>
    public async Task<ImportTally> CheckAsync(ImportPlan plan, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        await RequireAsync(cancel);
        await LeaveTheCircuit();
        var tally = new ImportTally();
        var repetitions = new RepetitionCheck();
        await foreach (var portion in PortionsAsync(plan, progress, cancel))
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var results = (await CheckAsync(db, portion.Good, cancel)).Select(repetitions.Check).ToList();
            Count(tally, portion, results);
            tally.CountPayments(results.Count(IsToBePaid));
        }

        return tally;
    }

    /// <summary>
    /// Takes the good lines, and the payments of settled ones; writes the others to a file. Ends between two portions
    /// when cancelled; imported again, the file goes on where it stopped.
    /// </summary>
    /// <param name="plan">Without open questions.</param>
    /// <param name="fileName">What the batch is called.</param>
    /// <param name="rejectedPath">Made when the first line is rejected.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancel">Ends the import early; never in the middle of a portion.</param>
    /// <exception cref="AccessDeniedException">The person may not import, or no longer.</exception>
    public async Task<ImportOutcome> RunAsync(
        ImportPlan plan, string fileName, string rejectedPath, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        Invariant.Holds(plan.IsReady, "A plan with open questions is not imported.");
        await RequireAsync(cancel);
        await LeaveTheCircuit();
        var batchId = await invoices.StartBatchAsync(fileName, cancel) ?? throw new AccessDeniedException(Permission.AddInvoices);
        var paymentTypeId = await PaymentTypeAsync(cancel);
        var tally = new ImportTally();
        await using var rejected = new RejectedLines(rejectedPath, plan.File);
        var wasCancelled = false;
        try
        {
            await foreach (var portion in PortionsAsync(plan, progress, cancel))
            {
                // A portion is saved whole, so the counts are what is in the database.
                await TakeAsync(batchId, paymentTypeId, portion, tally, rejected);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            wasCancelled = true;
        }

        _logger.ImportEnded(batchId, tally.Added, tally.Unchanged, tally.Rejected);
        return new ImportOutcome(tally, rejected.Count > 0 ? rejectedPath : null, wasCancelled);
    }

    private async Task<IReadOnlyList<AddedLine>> CheckAsync(AppDbContext db, IReadOnlyList<ImportedInvoice> lines, CancellationToken cancel)
    {
        if (!lines.Any(line => line.IsCreditNote))
        {
            return await ImportPortion.CheckAsync(db, lines, cancel);
        }

        var head = await db.LedgerHeads.AsNoTracking().SingleAsync(cancel);
        var notes = await CreditNotePortion.LoadAsync(db, [.. lines.Where(line => line.IsCreditNote)], head, clock.Today, cancel);
        var fresh = notes.Sort();
        var invoices = await ImportPortion.CheckAsync(db, [.. lines.Where(line => !line.IsCreditNote)], cancel);
        return LinePortion.InOrder(lines, invoices, notes.Results(fresh));
    }

    private async Task TakeAsync(int batchId, int paymentTypeId, LinePortion portion, ImportTally tally, RejectedLines rejected)
    {
        var results = await invoices.AddManyAsync(batchId, portion.Good, CancellationToken.None)
            ?? throw new AccessDeniedException(Permission.AddInvoices);
        results = await SettleAsync(results, paymentTypeId, tally);
        foreach (var (line, problems) in Count(tally, portion, results))
        {
            await rejected.AddAsync(line, problems.Select(problem => problem.Reason));
        }
    }

    private async Task<IReadOnlyList<AddedLine>> SettleAsync(IReadOnlyList<AddedLine> lines, int paymentTypeId, ImportTally tally)
    {
        var wanted = lines.Index().Where(entry => IsToBePaid(entry.Item)).ToList();
        if (wanted.Count == 0)
        {
            return lines;
        }

        var answers = await payments.RegisterManyAsync(
            [.. wanted.Select(entry => Settlements.PaymentFor(entry.Item, paymentTypeId))], CancellationToken.None);
        tally.CountPayments(answers.OfType<RegisterPaymentResult.Registered>().Count());
        var settled = lines.ToArray();
        foreach (var ((index, line), answer) in wanted.Zip(answers))
        {
            if (answer is RegisterPaymentResult.Refused refused)
            {
                var reasons = refused.Problems.Select(problem => PaymentProblemText.Of(problem, clock, CultureInfo.CurrentCulture));
                settled[index] = line.CannotBePaid(string.Join(" ", reasons));
            }
        }

        return settled;
    }

    private static bool IsToBePaid(AddedLine line) =>
        line is { Outcome: not LineOutcome.Refused, Source.SettledOn: not null, Outstanding.Minor: > 0 };

    /// <returns>The lines that were not taken, in the file's order.</returns>
    private static List<(CsvLine Line, IReadOnlyList<ImportProblem> Problems)> Count(
        ImportTally tally, LinePortion portion, IReadOnlyList<AddedLine> results)
    {
        tally.CountLines(portion.Good.Count + portion.Bad.Count);
        foreach (var result in results.Where(result => result.Outcome != LineOutcome.Refused))
        {
            tally.Take(result.Source, isAdded: result.Outcome == LineOutcome.Added);
        }

        var refused = results.SelectMany(
            result => result.Problem is { } problem ? [problem] : (ImportProblem[])[],
            (result, problem) => (result.Source.Line, Problems: (IReadOnlyList<ImportProblem>)[problem]));
        var rejected = portion.Bad.Concat(refused).OrderBy(entry => entry.Line.Number).ToList();
        rejected.ForEach(entry => tally.Reject(entry.Problems));
        return rejected;
    }

    private async IAsyncEnumerable<LinePortion> PortionsAsync(
        ImportPlan plan, IProgress<ImportProgress>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        var parser = new LineParser(plan, clock.Today);
        long bytes = 0, lines = 0;
        foreach (var chunk in plan.File.Source.Read(position => bytes = position).Skip(1).Chunk(ImportLimits.BatchLines))
        {
            cancel.ThrowIfCancellationRequested();
            yield return LinePortion.Parse(parser, chunk);
            lines += chunk.Length;
            progress?.Report(new ImportProgress(bytes, plan.File.Bytes, lines));
            await Task.Yield();
        }
    }

    private async Task RequireAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.AddInvoices, db, cancel);
    }

    private async Task<int> PaymentTypeAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.PaymentTypes.AsNoTracking()
            .Where(type => type.IsActive)
            .OrderBy(type => type.Kind == PaymentTypeKind.Other ? 0 : 1).ThenBy(type => type.SortOrder)
            .Select(type => type.Id)
            .FirstAsync(cancel);
    }

    // The work goes on a pool thread, so that the screen it was started from stays alive.
    private static ConfiguredTaskAwaitable LeaveTheCircuit() =>
        Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
}
