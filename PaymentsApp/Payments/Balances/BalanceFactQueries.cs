using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Balances;

/// <summary>Explains a figure by the facts that make it, as far as the person may see them.</summary>
public sealed class BalanceFactQueries(IDbContextFactory<AppDbContext> contexts, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>The most facts that are listed; those before are added up.</summary>
    public const int FactsMax = 300;

    /// <summary>The figure with its facts; null when there is no such thing or it is not this person's to see.</summary>
    /// <exception cref="AccessDeniedException">The person sees no accounts.</exception>
    public async Task<BalanceView?> FindAsync(BalanceSubject subject, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.ViewAccounts, db, cancel);
        return await ReadSnapshot.RunAsync(db, () => FindAsync(db, access, subject, cancel), cancel);
    }

    private async Task<BalanceView?> FindAsync(AppDbContext db, Access access, BalanceSubject subject, CancellationToken cancel)
    {
        if (await FigureAsync(db, access, subject, cancel) is not { } figure)
        {
            return null;
        }

        var sources = subject.Kind == BalanceKind.Outstanding
            ? OutstandingFacts.Of(db, Invoices(db, access, subject), access.WholePayments(db))
            : CreditSources(db, access, subject);
        List<BalanceFactRow> rows = [];
        var isCut = false;
        foreach (var source in sources)
        {
            var some = await source.OrderByDescending(row => row.On).ThenByDescending(row => row.RecordedAt).Take(FactsMax + 1).ToListAsync(cancel);
            isCut |= some.Count > FactsMax;
            rows.AddRange(some);
        }

        var latest = rows.OrderByDescending(row => row.On).ThenByDescending(row => row.RecordedAt).ThenByDescending(row => row.Kind).Take(FactsMax).ToList();
        long earlier = 0;
        var earlierCount = 0;
        if (isCut || rows.Count > FactsMax)
        {
            foreach (var source in sources)
            {
                earlier += await source.SumAsync(row => row.Minor, cancel);
                earlierCount += await source.CountAsync(cancel);
            }

            earlier -= latest.Sum(row => row.Minor);
            earlierCount -= latest.Count;
        }

        return Explain(figure, earlierCount, new Money(earlier, subject.Currency), latest);
    }

    private static IReadOnlyList<IQueryable<BalanceFactRow>> CreditSources(AppDbContext db, Access access, BalanceSubject subject)
    {
        var visible = access.VisibleOrganizations(db);
        var whole = access.WholePayments(db);
        var ofPayments = CreditFactsOfPayments.Of(db, Payments(db, access, subject), visible, whole);
        return subject.OrganizationId is { } id
            ? [.. ofPayments, .. CreditFactsOfNotes.Of(db, db.CreditNotes.Where(n => n.OrganizationId == id && n.Currency == subject.Currency), visible, whole)]
            : ofPayments;
    }

    private static IQueryable<Invoice> Invoices(AppDbContext db, Access access, BalanceSubject subject) => access.VisibleInvoices(db).Where(i =>
        i.Currency == subject.Currency && (subject.InvoiceId == null ? i.OrganizationId == subject.OrganizationId : i.Id == subject.InvoiceId));

    private static IQueryable<Payment> Payments(AppDbContext db, Access access, BalanceSubject subject) => access.VisiblePayments(db).Where(p =>
        p.Currency == subject.Currency && (subject.PaymentId == null ? p.PayerId == subject.OrganizationId : p.Id == subject.PaymentId));

    // As the screens show it: kept, not added up here.
    private static async Task<Money?> FigureAsync(AppDbContext db, Access access, BalanceSubject subject, CancellationToken cancel)
    {
        long? minor;
        if (subject.OrganizationId is { } id)
        {
            minor = !await access.VisibleOrganizations(db).AnyAsync(organization => organization.Id == id, cancel) ? null
                : subject.Kind == BalanceKind.Outstanding
                    ? await db.OrganizationBalances.Where(b => b.OrganizationId == id && b.Currency == subject.Currency).SumAsync(b => b.OutstandingMinor, cancel)
                    : await db.Payments.Where(p => p.PayerId == id && p.Currency == subject.Currency && p.UnappliedMinor > 0).SumAsync(p => p.UnappliedMinor, cancel)
                        + await db.CreditNotes.Where(n => n.OrganizationId == id && n.Currency == subject.Currency).SumAsync(n => n.UnappliedMinor, cancel);
        }
        else
        {
            minor = subject.Kind == BalanceKind.Outstanding
                ? await Invoices(db, access, subject).Select(i => (long?)i.OutstandingMinor).SingleOrDefaultAsync(cancel)
                : await Payments(db, access, subject).Select(p => (long?)p.UnappliedMinor).SingleOrDefaultAsync(cancel);
        }

        return minor is { } found ? new Money(found, subject.Currency) : null;
    }

    private BalanceView Explain(Money figure, int earlierCount, Money earlier, List<BalanceFactRow> latest)
    {
        var balance = earlier;
        List<BalanceFact> facts = [];
        var told = latest.Where(row => !row.IsForeign).Concat(Together(latest.Where(row => row.IsForeign)));
        foreach (var row in told.OrderBy(row => row.On).ThenBy(row => row.RecordedAt).ThenBy(row => row.Kind))
        {
            var change = new Money(row.Minor, figure.Currency);
            balance += change;
            facts.Add(new BalanceFact(
                row.On, WordsOf(row), row.InvoiceId, row.InvoiceNumber, row.PaymentId, row.PaymentNumber, WhyOf(row), row.By,
                row.RecordedAt is { } at ? clock.LocalOf(at) : null, change, balance));
        }

        return new BalanceView(figure, earlierCount, earlier, facts);
    }

    // What an agency's check paid for clients of others is one line: how many, and how much each, is not told.
    private static IEnumerable<BalanceFactRow> Together(IEnumerable<BalanceFactRow> foreign) =>
        from row in foreign
        group row by (row.Kind, row.PaymentId, row.Document, row.On, row.RecordedAt) into lines
        let first = lines.First()
        select new BalanceFactRow
        {
            Kind = first.Kind,
            On = first.On,
            RecordedAt = first.RecordedAt,
            By = first.By,
            Minor = lines.Sum(line => line.Minor),
            PaymentId = first.PaymentId,
            PaymentNumber = first.PaymentNumber,
            Document = first.Document,
            IsForeign = true,
        };

    private static string WordsOf(BalanceFactRow row) => (row.Kind, row.IsForeign) switch
    {
        (BalanceFactKind.Invoiced, _) => "Invoiced",
        (BalanceFactKind.Received, _) => "Received",
        (BalanceFactKind.CreditNote, _) => $"Credit note {row.Document}",
        (BalanceFactKind.Netted, _) => $"Credit note {row.Document} used",
        (BalanceFactKind.NettingReversed, _) => $"Credit note {row.Document} not used",
        (BalanceFactKind.CreditNoteCancelled, _) => $"Credit note {row.Document} cancelled",
        (BalanceFactKind.CreditNoteRefunded, _) => $"Credit note {row.Document} paid back",
        (BalanceFactKind.WithdrawalReversed, _) => $"Credit note {row.Document} stands again",
        (BalanceFactKind.BankFee, _) => "Bank fee carried by us",
        (BalanceFactKind.Applied, true) => "Applied for clients that are not yours",
        (BalanceFactKind.Applied, _) => "Applied",
        (BalanceFactKind.Unapplied, true) => "Unapplied from clients that are not yours",
        (BalanceFactKind.Unapplied, _) => "Unapplied",
        (BalanceFactKind.Adjusted, _) => DifferenceText.Of(row.Adjustment!.Value),
        (BalanceFactKind.AdjustmentReversed, _) => $"{DifferenceText.Of(row.Adjustment!.Value)} taken back",
        (BalanceFactKind.Refunded, _) => "Refunded",
        (BalanceFactKind.RefundReversed, _) => "Refund taken back",
        (BalanceFactKind.PaymentReversed, _) => "Payment reversed",
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, null),
    };

    private static string? WhyOf(BalanceFactRow row) => row.ReasonCode is null ? row.Why
        : row.Why is null ? ReasonCodes.NameOf(row.ReasonCode)
        : $"{ReasonCodes.NameOf(row.ReasonCode)}: {row.Why}";
}
