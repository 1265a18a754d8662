using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Past;

/// <summary>
/// The one query behind every report "as of" a date: what was open and what was unapplied, computed from the facts. Whoever calls it has checked
/// the right, and joins the organizations that the person sees. What is asked for one organization reads only its rows.
/// </summary>
public static class AsOfQueries
{
    /// <summary>The invoices that were open; negative where money was taken back earlier than it was applied elsewhere.</summary>
    /// <param name="db">The database.</param>
    /// <param name="at">The moment.</param>
    /// <param name="organizationId">Null: of all organizations.</param>
    public static IQueryable<OpenInvoice> OpenInvoices(this AppDbContext db, AsOf at, int? organizationId = null) => db
        .OpenParts(at, organizationId)
        .GroupBy(part => new { part.InvoiceId, part.OrganizationId, part.Currency, part.DueOn })
        .Select(parts => new { parts.Key, Minor = parts.Sum(part => part.AmountMinor) })
        .Where(invoice => invoice.Minor != 0)
        .Select(invoice => new OpenInvoice(invoice.Key.InvoiceId, invoice.Key.OrganizationId, invoice.Key.Currency, invoice.Key.DueOn, invoice.Minor));

    /// <summary>The payments and credit notes that had something left.</summary>
    /// <param name="db">The database.</param>
    /// <param name="at">The moment.</param>
    /// <param name="organizationId">Null: of all organizations.</param>
    public static IQueryable<UnappliedCredit> UnappliedCredits(this AppDbContext db, AsOf at, int? organizationId = null) => db
        .CreditParts(at, organizationId)
        .GroupBy(part => new { part.Id, part.IsCreditNote, part.OrganizationId, part.Currency })
        .Select(parts => new { parts.Key, Minor = parts.Sum(part => part.AmountMinor) })
        .Where(credit => credit.Minor != 0)
        .Select(credit => new UnappliedCredit(credit.Key.Id, credit.Key.IsCreditNote, credit.Key.OrganizationId, credit.Key.Currency, credit.Minor));

    /// <summary>The same not yet added up by invoice: for sums over many, which need no invoice by itself.</summary>
    public static IQueryable<OpenPart> OpenParts(this AppDbContext db, AsOf at, int? organizationId = null) =>
        db.Database.SqlQuery<OpenPart>(Query(AsOfSql.Open(at, organizationId is not null), at, organizationId));

    /// <summary>The same not yet added up by payment and credit note.</summary>
    public static IQueryable<CreditPart> CreditParts(this AppDbContext db, AsOf at, int? organizationId = null) =>
        db.Database.SqlQuery<CreditPart>(Query(AsOfSql.Credit(at, organizationId is not null), at, organizationId));

    private static FormattableString Query(string sql, AsOf at, int? organizationId)
    {
        var knownAt = at.KnownAt ?? DateTime.UnixEpoch; // not in the text where it was not asked for
        return FormattableStringFactory.Create(sql, at.On, knownAt, DateOnly.FromDateTime(knownAt), organizationId ?? 0);
    }
}
