using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Data.Past;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Statements;

/// <summary>Reads one statement in one snapshot. What is open and unapplied comes from the query behind every report as of a date.</summary>
internal static class StatementReader
{
    /// <summary>Null when there is no such organization or it is not this person's to see.</summary>
    public static Task<Statement?> ReadAsync(AppDbContext db, Access access, StatementAsked asked, CancellationToken cancel) => ReadSnapshot.RunAsync(
        db,
        async () =>
        {
            var organization = await access.VisibleOrganizations(db).Where(o => o.Id == asked.OrganizationId)
                .Select(o => new { o.Name, o.CustomerNumber, o.Currency }).SingleOrDefaultAsync(cancel);
            if (organization is null)
            {
                return null;
            }

            var items = await ItemsAsync(db, asked, cancel);
            var movements = asked.Form == StatementForm.Activity
                ? (await new Movements(db, access, asked.OrganizationId, asked.From, asked.On).ReadAsync(cancel)).ToLookup(movement => movement.Currency)
                : Array.Empty<Movement>().ToLookup(movement => movement.Currency);
            var opening = asked.Form == StatementForm.Activity
                ? new MoneyPerCurrency((await ItemsAsync(db, asked with { On = asked.From.AddDays(-1) }, cancel)).Select(item => item.Open))
                : MoneyPerCurrency.None;
            string[] currencies = [.. items.Select(item => item.Open.Currency).Concat(movements.Select(group => group.Key)).Concat(opening.Select(money => money.Currency))
                .DefaultIfEmpty(organization.Currency).Distinct().Order(StringComparer.Ordinal)];
            var payTo = (await db.BankAccounts.Where(account => account.IsActive && account.HowToPay != null && currencies.Contains(account.Currency))
                .OrderBy(account => account.Name).Select(account => new { account.Currency, account.HowToPay }).ToListAsync(cancel)).ToLookup(account => account.Currency, account => account.HowToPay!);
            var bounds = await db.AgingBoundsAsync(cancel);
            return new Statement(
                asked, organization.Name, organization.CustomerNumber,
                [.. currencies.Select(currency => AccountOf(
                    currency, [.. items.Where(item => item.Open.Currency == currency)],
                    opening.FirstOrDefault(money => money.Currency == currency, Money.Zero(currency)), movements[currency], bounds, [.. payTo[currency]]))]);
        },
        cancel);

    private static StatementAccount AccountOf(
        string currency, IReadOnlyList<StatementItem> items, Money opening, IEnumerable<Movement> movements, AgingBounds bounds, IReadOnlyList<string> payTo)
    {
        var parts = new long[AgingBounds.Count];
        foreach (var item in items.Where(item => item.DueOn is not null))
        {
            parts[bounds.PartOf(item.DaysLate)] += item.Open.Minor;
        }

        List<StatementLine> lines = [];
        var balance = opening;
        foreach (var movement in movements)
        {
            var amount = new Money(movement.AmountMinor, currency);
            balance += amount;
            lines.Add(new StatementLine(movement.On, movement.Text, amount, balance));
        }

        return new StatementAccount(currency)
        {
            Aging = new Aging(currency, parts, bounds),
            Credit = -items.Where(item => item.DueOn is null).Select(item => item.Open).Sum(currency),
            Items = items,
            Opening = opening,
            Lines = lines,
            PayTo = payTo,
        };
    }

    // Invoices by due date, then payments and credit notes with what is left of them.
    private static async Task<IReadOnlyList<StatementItem>> ItemsAsync(AppDbContext db, StatementAsked asked, CancellationToken cancel)
    {
        var at = new AsOf(asked.On);
        var invoices = await (
            from open in db.OpenParts(at, asked.OrganizationId).GroupBy(part => part.InvoiceId).Select(parts => new { Id = parts.Key, Minor = parts.Sum(part => part.AmountMinor) })
            join invoice in db.Invoices on open.Id equals invoice.Id
            where open.Minor != 0
            orderby invoice.DueOn, invoice.Id
            select new { invoice.Number, invoice.IssuedOn, invoice.DueOn, invoice.Currency, invoice.TotalMinor, open.Minor }).ToListAsync(cancel);
        var credits = db.CreditParts(at, asked.OrganizationId).GroupBy(part => part.Id).Select(parts => new { Id = parts.Key, Minor = parts.Sum(part => part.AmountMinor) });
        var payments = await (
            from credit in credits
            join payment in db.Payments on credit.Id equals payment.Id
            where credit.Minor != 0
            orderby payment.ReceivedOn, payment.Number
            select new { payment.Number, payment.Reference, payment.ReceivedOn, payment.Currency, TotalMinor = payment.AmountMinor + payment.AdjustedMinor, credit.Minor }).ToListAsync(cancel);
        var notes = await (
            from credit in credits
            join note in db.CreditNotes on credit.Id equals note.Id
            where credit.Minor != 0
            orderby note.IssuedOn, note.NumberKey
            select new { note.Number, note.IssuedOn, note.Currency, note.TotalMinor, credit.Minor }).ToListAsync(cancel);
        return
        [
            .. invoices.Select(i => new StatementItem(
                $"Invoice {i.Number}", null, i.IssuedOn, i.DueOn, Math.Max(0, asked.On.DayNumber - i.DueOn.DayNumber), new Money(i.TotalMinor, i.Currency), new Money(i.Minor, i.Currency))),
            .. payments.Select(p => new StatementItem(
                $"Payment {PaymentNumber.Format(p.Number)}", p.Reference, p.ReceivedOn, null, 0, new Money(-p.TotalMinor, p.Currency), new Money(-p.Minor, p.Currency))),
            .. notes.Select(n => new StatementItem(
                $"Credit note {n.Number}", null, n.IssuedOn, null, 0, new Money(-n.TotalMinor, n.Currency), new Money(-n.Minor, n.Currency))),
        ];
    }
}
