using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Payers;

/// <summary>
/// Who may have paid an amount: first by one open invoice of it, then by several that add up to it. Sums are looked for
/// among few accounts only, or the answer would take minutes: those that owe the amount or least above it, since for them it is
/// most of what is open, and those that paid this very amount before.
/// </summary>
internal sealed class PayersByAmount(AppDbContext db, Access access, PayerClue clue, DateOnly receivedOn)
{
    /// <summary>How many accounts are asked whether their invoices add up.</summary>
    public const int AccountsMax = 100;

    /// <summary>How many of them for having paid the amount before.</summary>
    private const int PaidBeforeMax = 20;

    /// <summary>An account with more open invoices makes nearly every amount by accident.</summary>
    private const int OpenMax = 40;

    /// <summary>With more sets than these an account is no better explanation than any other.</summary>
    private const int SetsMax = 20;

    /// <summary>How many open invoices of the amount are read; of a list price there may be a hundred thousand.</summary>
    private const int InvoicesMax = 200;

    private const int NamedMax = 200;
    private const long StepsPerAccount = 150_000;

    private static readonly string[] WithoutDecimals = [.. Currency.Codes.Where(code => Currency.ExponentOf(code) == 0)];
    private static readonly string[] WithThreeDecimals = [.. Currency.Codes.Where(code => Currency.ExponentOf(code) == 3)];

    /// <summary>Best first: one invoice of the amount, then the sum that is certain, then the one with fewest rivals.</summary>
    public async Task<List<PayerChoice>> FindAsync(int max, CancellationToken cancel)
    {
        var named = await NamedAsync(cancel);
        var found = new List<PayerChoice>();
        foreach (var (exponent, minor) in clue.MinorByExponent)
        {
            found.AddRange(await WithOneInvoiceAsync(exponent, minor, named, cancel));
        }

        if (found.Count < max)
        {
            var accounts = new List<(int Id, string Currency)>();
            foreach (var (exponent, minor) in clue.MinorByExponent)
            {
                accounts.AddRange(await AgenciesAsync(exponent, minor, named, cancel));
                accounts.AddRange(await AccountsAsync(exponent, minor, named, cancel));
            }

            found.AddRange(await WithSumAsync(accounts, cancel));
        }

        return [.. found.DistinctBy(payer => payer.OrganizationId).Take(max)];
    }

    // Text beside the amount leaves few organizations; without it there is no choice among them.
    private async Task<List<int>?> NamedAsync(CancellationToken cancel)
    {
        if (clue.NameBesideAmount is not { } name)
        {
            return null;
        }

        var visible = access.VisibleOrganizations(db);
        var named = await visible.FewNamedAsync(access.NameParts(db), name, cancel) is { } few
            ? visible.Where(organization => EF.Parameter(few).Contains(organization.Id) || organization.CustomerNumber == name)
            : visible.Where(organization => organization.SearchName.Contains(name) || organization.CustomerNumber == name);
        return await named.OrderBy(organization => organization.SearchName).ThenBy(organization => organization.Id)
            .Take(NamedMax).Select(organization => organization.Id).ToListAsync(cancel);
    }

    private async Task<IEnumerable<PayerChoice>> WithOneInvoiceAsync(int exponent, long minor, List<int>? named, CancellationToken cancel)
    {
        var invoices = OfExponent(
            access.InvoicesOfVisible(db).Where(invoice => invoice.OutstandingMinor > 0 && invoice.OutstandingMinor == minor), exponent);
        if (named is not null)
        {
            invoices = invoices.Where(invoice => named.Contains(invoice.OrganizationId));
        }

        var rows = await invoices.OrderBy(invoice => invoice.Id).Take(InvoicesMax)
            .Join(db.Organizations, invoice => invoice.OrganizationId, organization => organization.Id, (invoice, organization) => new
            {
                organization.Id,
                organization.Name,
                organization.CustomerNumber,
                invoice.Currency,
                invoice.DueOn,
            })
            .ToListAsync(cancel);
        return
            from row in rows
            where clue.AmountIn(row.Currency) is not null
            group row by (row.Id, row.Currency) into account
            orderby account.Count(), account.Min(row => row.DueOn), account.Key.Id
            let first = account.First()
            select new PayerChoice(first.Id, first.Name, first.CustomerNumber, first.Currency)
            {
                Reason = new PayerReason.OneInvoice(new Money(minor, first.Currency), account.Count()),
            };
    }

    private async Task<List<(int Id, string Currency)>> AccountsAsync(int exponent, long minor, List<int>? named, CancellationToken cancel)
    {
        var visible = access.VisibleOrganizations(db).Select(organization => organization.Id);
        // One open invoice is no sum, unless something may be kept of it.
        var balances = db.OrganizationBalances.Where(balance => balance.OutstandingMinor >= minor && balance.OpenCount > 0 && balance.OpenCount <= OpenMax
            && (balance.OpenCount > 1
                || db.Organizations.Any(organization => organization.Id == balance.OrganizationId && organization.CommissionBasisPoints != null)
                || db.Invoices.Any(invoice => invoice.OrganizationId == balance.OrganizationId && invoice.OutstandingMinor > 0
                    && invoice.DiscountUntil >= receivedOn)));
        balances = named is not null ? balances.Where(balance => named.Contains(balance.OrganizationId))
            : access.SeesAllOrganizations ? balances
            : balances.Where(balance => visible.Contains(balance.OrganizationId));
        var nearest = await (exponent switch
        {
            0 => balances.Where(balance => WithoutDecimals.Contains(balance.Currency)),
            3 => balances.Where(balance => WithThreeDecimals.Contains(balance.Currency)),
            _ => balances.Where(balance => !WithoutDecimals.Contains(balance.Currency) && !WithThreeDecimals.Contains(balance.Currency)),
        })
            .OrderBy(balance => balance.OutstandingMinor).ThenBy(balance => balance.OrganizationId).Take(AccountsMax)
            .Select(balance => new { balance.OrganizationId, balance.Currency }).ToListAsync(cancel);
        var paidBefore = await access.VisiblePayments(db)
            .Where(payment => payment.AmountMinor == minor && payment.WithdrawnMinor == 0 && (named == null || named.Contains(payment.PayerId)))
            .OrderByDescending(payment => payment.Number).Take(PaidBeforeMax)
            .Select(payment => new { OrganizationId = payment.PayerId, payment.Currency }).ToListAsync(cancel);
        return
        [
            .. paidBefore.Concat(nearest).Distinct().Where(account => clue.AmountIn(account.Currency) is { } amount && amount.Minor == minor)
                .Take(AccountsMax).Select(account => (account.OrganizationId, account.Currency)),
        ];
    }

    private async Task<IEnumerable<(int Id, string Currency)>> AgenciesAsync(int exponent, long minor, List<int>? named, CancellationToken cancel) =>
        (await new AgenciesByAmount(db, access).FindAsync(
            currency => Currency.ExponentOf(currency) == exponent && clue.AmountIn(currency) is not null, minor, named, OpenMax, cancel)).Take(AccountsMax);

    private async Task<IEnumerable<PayerChoice>> WithSumAsync(List<(int Id, string Currency)> found, CancellationToken cancel)
    {
        // Whose payer is asked for all its clients together is not asked alone: there would be fewer rivals than there are.
        int[] payerIds = [.. found.Select(account => account.Id).Distinct()];
        var payerOf = await access.VisibleOrganizations(db).Where(client => client.PayerId != null && payerIds.Contains(client.PayerId.Value))
            .ToDictionaryAsync(client => client.Id, client => client.PayerId!.Value, cancel);
        var accounts = found.Where(account => !payerOf.ContainsKey(account.Id)).Distinct().ToList();
        int[] ids = [.. accounts.Select(account => account.Id).Concat(payerOf.Keys).Distinct()];
        var organizations = await db.Organizations.Where(organization => ids.Contains(organization.Id))
            .Select(organization => new { organization.Id, organization.Name, organization.CustomerNumber, organization.CommissionBasisPoints })
            .ToDictionaryAsync(organization => organization.Id, cancel);
        var invoices = await db.Invoices.Where(invoice => invoice.OutstandingMinor > 0 && ids.Contains(invoice.OrganizationId))
            .Select(invoice => new
            {
                invoice.OrganizationId,
                invoice.Currency,
                invoice.Id,
                invoice.DueOn,
                invoice.OutstandingMinor,
                invoice.TotalMinor,
                Discount = invoice.DiscountUntil >= receivedOn ? invoice.DiscountBasisPoints : null,
            })
            .ToListAsync(cancel);
        var open = invoices.ToLookup(invoice => (payerOf.GetValueOrDefault(invoice.OrganizationId, invoice.OrganizationId), invoice.Currency));
        var answers =
            from account in accounts.Index()
            let amount = clue.AmountIn(account.Item.Currency)!.Value
            let organization = organizations[account.Item.Id]
            let items = open[account.Item].Select(invoice => new OpenItem(
                invoice.Id, invoice.DueOn, invoice.OutstandingMinor, PercentText.Of(invoice.TotalMinor, invoice.Discount ?? 0))).ToList()
            where items.Count <= OpenMax
            let question = new SumQuestion(amount.Minor, items) { CommissionBasisPoints = organization.CommissionBasisPoints ?? 0 }
            let answer = AddsUp.Find(question, StepsPerAccount)
            where answer is { IsComplete: true, Count: > 0 and <= SetsMax }
            orderby answer.Count, answer.Proposals[0].Kind, answer.Proposals[0].Shares.Count, account.Index
            select new PayerChoice(organization.Id, organization.Name, organization.CustomerNumber, account.Item.Currency)
            {
                Reason = new PayerReason.AddUp(amount, answer.Proposals[0].Shares.Count, answer.Proposals[0].Kind, answer.Count),
            };
        return answers;
    }

    private static IQueryable<Invoice> OfExponent(IQueryable<Invoice> invoices, int exponent) => exponent switch
    {
        0 => invoices.Where(invoice => WithoutDecimals.Contains(invoice.Currency)),
        3 => invoices.Where(invoice => WithThreeDecimals.Contains(invoice.Currency)),
        _ => invoices.Where(invoice => !WithoutDecimals.Contains(invoice.Currency) && !WithThreeDecimals.Contains(invoice.Currency)),
    };
}
