using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Benchmarks.Register;

/// <summary>Payments of one cent each on so many open invoices of one organization, a fresh one at each call.</summary>
internal sealed class PaymentCommands
{
    private readonly IReadOnlyList<(int OrganizationId, string Currency, int[] InvoiceIds)> _payers;
    private readonly int _typeId;
    private readonly DateOnly _today;
    private int _next = -1;

    private PaymentCommands(IReadOnlyList<(int OrganizationId, string Currency, int[] InvoiceIds)> payers, int typeId, DateOnly today)
    {
        _payers = payers;
        _typeId = typeId;
        _today = today;
    }

    public static async Task<PaymentCommands> LoadAsync(
        IDbContextFactory<AppDbContext> contexts, DateOnly today, int invoicesEach, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var open = await db.Invoices.Where(invoice => invoice.OutstandingMinor > 100_00)
            .OrderBy(invoice => invoice.Id).Take(20_000)
            .Select(invoice => new { invoice.Id, invoice.OrganizationId, invoice.Currency }).ToListAsync(cancel);
        var payers = open.GroupBy(invoice => (invoice.OrganizationId, invoice.Currency))
            .Where(group => group.Count() >= invoicesEach)
            .Select(group => (group.Key.OrganizationId, group.Key.Currency, group.Take(invoicesEach).Select(invoice => invoice.Id).ToArray()))
            .ToList();
        return new PaymentCommands(payers, await db.PaymentTypes.MinAsync(type => type.Id, cancel), today);
    }

    public RegisterPayment Next()
    {
        var number = Interlocked.Increment(ref _next);
        var (organizationId, currency, invoices) = _payers[number % _payers.Count];
        return new RegisterPayment(
            Guid.CreateVersion7(), organizationId, new Money(invoices.Length, currency), Money.Zero(currency), _today, _typeId,
            FormattableString.Invariant($"CHK {number:D7}"), null, null,
            [.. invoices.Select(id => new InvoiceShare(id, new Money(1, currency)))]);
    }
}
