using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Security;

namespace PaymentsApp.Statements;

/// <summary>Statements, read and printed. A statement is made when it is asked for; it shows the facts of its day as they are known now.</summary>
public sealed class StatementDocuments(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, PdfDocuments documents, CompanyClock clock)
{
    /// <summary>The figures; null when there is no such organization or it is not this person's to see.</summary>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<Statement?> FindAsync(StatementAsked asked, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await StatementReader.ReadAsync(db, access, asked, cancel);
    }

    /// <summary>The same as PDF; null as <see cref="FindAsync"/>.</summary>
    /// <param name="asked">Which statement.</param>
    /// <param name="culture">Of the reader: on what paper, where the company has not said it.</param>
    /// <param name="cancel">Stops making it.</param>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<ReceiptFile?> CreateAsync(StatementAsked asked, CultureInfo culture, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await PrintAsync(db, access, asked, culture, cancel);
    }

    /// <summary>
    /// One file for many organizations, each with page numbers of its own; written as it is made, so that thousands need no more memory than one.
    /// Those that are not this person's to see are left out.
    /// </summary>
    /// <param name="organizationIds">In the order of the file.</param>
    /// <param name="asked">The same for all; its organization does not count.</param>
    /// <param name="target">Gets the file; the caller closes it.</param>
    /// <param name="onDone">Hears after each how many are done.</param>
    /// <param name="culture">Of the reader: on what paper, where the company has not said it.</param>
    /// <param name="cancel">Stops in between.</param>
    /// <returns>How many statements it holds; with none there is no file.</returns>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<int> WriteManyAsync(
        IReadOnlyList<int> organizationIds, StatementAsked asked, Stream target, Action<int> onDone, CultureInfo culture, CancellationToken cancel)
    {
        var company = await CompanyAsync(cancel);
        var document = documents.New($"Statements as of {DocumentText.Of(asked.On)}", culture, company.Paper, target);
        var count = 0;
        foreach (var (done, id) in organizationIds.Index())
        {
            // A snapshot for each: a long one would keep the database from cleaning up behind its writers.
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
            if (await StatementReader.ReadAsync(db, access, asked with { OrganizationId = id }, cancel) is { } statement)
            {
                new StatementPage(document, statement).Write(company);
                document.FinishPart(FooterOf(company, statement));
                count++;
            }

            onDone(done + 1);
        }

        if (count > 0)
        {
            document.Finish(clock.Now);
        }

        return count;
    }

    /// <summary>For a mail, within the transaction that queues it.</summary>
    internal async Task<ReceiptFile?> PrintAsync(AppDbContext db, Access access, StatementAsked asked, CultureInfo culture, CancellationToken cancel)
    {
        if (await StatementReader.ReadAsync(db, access, asked, cancel) is not { } statement)
        {
            return null;
        }

        var company = await CompanyHeads.ReadAsync(db, cancel);
        var document = documents.New($"Statement of {statement.Name}", culture, company.Paper);
        new StatementPage(document, statement).Write(company);
        var day = asked.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new ReceiptFile(
            Attachment.CleanName($"statement {statement.CustomerNumber} {day}.pdf", AttachmentKind.Pdf), document.ToBytes(FooterOf(company, statement), clock.Now));
    }

    private async Task<CompanyHead> CompanyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await CompanyHeads.ReadAsync(db, cancel);
    }

    private string FooterOf(CompanyHead company, Statement statement) =>
        $"{company.Name} · {statement.Name} · made {DocumentText.Of(clock.LocalOf(clock.Now))}";
}
