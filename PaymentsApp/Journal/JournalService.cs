using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Journal;

/// <summary>
/// The derived double entry of a period: totals per account, and a file for the publisher's books. As long as nothing is dated into the period,
/// the same period gives the same file, to the byte; a closed period always does.
/// </summary>
public sealed class JournalService(IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    private static readonly string[] Header =
        ["Entry", "Line", "Date", "Account", "Account name", "Debit", "Credit", "Currency", "Fact", "Reference", "Customer number", "Organization"];

    /// <summary>The accounts, by number.</summary>
    /// <exception cref="AccessDeniedException">Finance only.</exception>
    public async Task<IReadOnlyList<AccountForm>> AccountsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.ExportJournal, db, cancel);
        return [.. (await ReadAccountsAsync(db, cancel)).Values.OrderBy(account => account.Number, StringComparer.Ordinal)];
    }

    /// <summary>What each account moves by in a period.</summary>
    /// <param name="from">The first business date.</param>
    /// <param name="to">The last business date.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="AccessDeniedException">Finance only.</exception>
    public async Task<JournalTotals> TotalsAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.ExportJournal, db, cancel);
        var accounts = await ReadAccountsAsync(db, cancel);
        var sums = await db.Database.SqlQuery<JournalSum>(FormattableStringFactory.Create(JournalSql.Sums, from, to)).ToListAsync(cancel);

        // Postings are proportional to the amount: those of a sum are the sum of those of its facts.
        var totals =
            from sum in sums
            from posting in Postings.Of(Enum.Parse<JournalFactKind>(sum.Kind), new Money(sum.AmountMinor, sum.Currency))
            group posting.Debit by (sum.Currency, posting.Account) into lines
            let account = accounts[lines.Key.Account]
            orderby lines.Key.Currency, account.Number
            select new AccountTotal(account, lines.Aggregate((left, right) => left + right));
        return new JournalTotals([.. totals], sums.Sum(sum => sum.Count));
    }

    /// <summary>Writes the entries of a period as CSV, two lines each, and the export into the audit log.</summary>
    /// <param name="from">The first business date.</param>
    /// <param name="to">The last business date.</param>
    /// <param name="file">Stays open. UTF-8, figures with a point, dates as yyyy-MM-dd.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <returns>How many entries.</returns>
    /// <exception cref="AccessDeniedException">Finance only; nothing was written.</exception>
    public async Task<long> ExportAsync(DateOnly from, DateOnly to, Stream file, CancellationToken cancel)
    {
        var count = await WriteEntriesAsync(from, to, file, cancel);
        await writes.ExecuteAsync(
            async (db, _, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.ExportJournal, db, cancel);
                var body = JsonSerializer.Serialize(new { from, to, entries = count });
                await db.AppendAuditAsync(new AuditFact("Exported", "Journal", $"{from:O}..{to:O}", body, null), clock.RecordedBy(access.UserId), cancel);
                await db.SaveChangesAsync(cancel);
                return true;
            },
            cancel);
        return count;
    }

    /// <summary>Gives an account its number and name in the publisher's books.</summary>
    /// <returns>Null when it is saved, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">Finance only.</exception>
    public Task<string?> SaveAccountAsync(AccountForm form, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, _, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.ExportJournal, db, cancel);
            form = form with { Number = form.Number.Trim(), Name = form.Name.Trim() };
            if (await ProblemOfAsync(db, form, cancel) is { } problem)
            {
                return problem;
            }

            var account = await db.LedgerAccountNumbers.SingleAsync(account => account.Account == form.Account, cancel);
            var before = new { number = account.Number, name = account.Name };
            var after = new { number = form.Number, name = form.Name };
            if (before.Equals(after))
            {
                return null;
            }

            account.Edit(form.Number, form.Name);
            var body = JsonSerializer.Serialize(new { before, after });
            await db.AppendAuditAsync(new AuditFact("Changed", "LedgerAccount", $"{form.Account}", body, null), clock.RecordedBy(access.UserId), cancel);
            await db.SaveChangesAsync(cancel);
            return null;
        },
        cancel);

    private static async Task<string?> ProblemOfAsync(AppDbContext db, AccountForm form, CancellationToken cancel) =>
        form.Number.Length is 0 or > LedgerAccountNumber.NumberLength ? $"An account number has 1 to {LedgerAccountNumber.NumberLength} characters."
        : form.Name.Length is 0 or > LedgerAccountNumber.NameLength ? $"An account name has 1 to {LedgerAccountNumber.NameLength} characters."
        : CardNumbers.Contains(form.Number) || CardNumbers.Contains(form.Name) ? "This looks like a card number. It must not be stored."
        : !await db.LedgerAccountNumbers.AnyAsync(account => account.Account == form.Account, cancel) ? "There is no such account."
        : null;

    private async Task<long> WriteEntriesAsync(DateOnly from, DateOnly to, Stream file, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.ExportJournal, db, cancel);
        var accounts = await ReadAccountsAsync(db, cancel);
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        await WriteLineAsync(csv, Header);
        long count = 0;
        await foreach (var fact in db.Database.SqlQuery<JournalFact>(FormattableStringFactory.Create(JournalSql.Facts, from, to))
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            foreach (var (index, posting) in fact.Postings.Index())
            {
                await WriteLineAsync(csv, Line(fact, index + 1, accounts[posting.Account], posting.Debit));
            }
        }

        return count;
    }

    private static string[] Line(JournalFact fact, int number, AccountForm account, Money debit) =>
    [
        fact.EntryId, number.ToString(CultureInfo.InvariantCulture), fact.EffectiveOn, SpreadsheetText.Escaped(account.Number), SpreadsheetText.Escaped(account.Name),
        debit.Minor >= 0 ? MoneyText.Plain(debit) : string.Empty,
        debit.Minor < 0 ? MoneyText.Plain(-debit) : string.Empty,
        fact.Currency, (fact.IsReversal ? "Reversal of " : string.Empty) + fact.Kind, SpreadsheetText.Escaped(Reference(fact)),
        SpreadsheetText.Escaped(fact.CustomerNumber), SpreadsheetText.Escaped(fact.Organization),
    ];

    // Payments are known by number only; the others bring theirs as text.
    private static string Reference(JournalFact fact) => fact.Kind is nameof(JournalFactKind.Payment) or nameof(JournalFactKind.Refund) or nameof(JournalFactKind.BankFee) or nameof(JournalFactKind.ReturnFee)
        ? PaymentNumber.Format(long.Parse(fact.Reference, CultureInfo.InvariantCulture))
        : fact.Reference;

    private static async Task WriteLineAsync(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        await csv.NextRecordAsync();
    }

    private static async Task<Dictionary<LedgerAccount, AccountForm>> ReadAccountsAsync(AppDbContext db, CancellationToken cancel) =>
        await db.LedgerAccountNumbers.AsNoTracking()
            .ToDictionaryAsync(account => account.Account, account => new AccountForm(account.Account, account.Number, account.Name), cancel);
}
