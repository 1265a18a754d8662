using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Payers;

/// <summary>Who sent a check of this number, or whose next check it is; and who sent this reference.</summary>
internal sealed class PayersByReference(AppDbContext db, Access access)
{
    /// <summary>A payer writes checks to others too: so many numbers may lie between two of them.</summary>
    private const int StepsMax = 10;

    private const int LongestNumber = 15;

    // Thousands of payers have a check 1041; the latest ones are the likeliest to write the next soon.
    private const int PaymentsMax = 200;

    /// <summary>Payers whose newest check is shortly before come first, the nearest of them foremost; then who sent the very same.</summary>
    public async Task<List<PayerChoice>> FindAsync(string typed, string key, int max, CancellationToken cancel)
    {
        string[] keys = [key, .. Before(key)];
        var rows = await access.VisiblePayments(db)
            .Where(payment => payment.ReferenceKey != null && keys.Contains(payment.ReferenceKey))
            .OrderByDescending(payment => payment.Number).Take(PaymentsMax)
            .Select(payment => new
            {
                payment.PayerId,
                payment.Reference,
                payment.ReferenceKey,
                payment.ReceivedOn,
                IsCheck = db.PaymentTypes.Any(type => type.Id == payment.PaymentTypeId && type.Kind == PaymentTypeKind.Check),
                IsNewest = !db.Payments.Any(later => later.PayerId == payment.PayerId && later.Number > payment.Number
                    && later.ReferenceKey != null && later.PaymentTypeId == payment.PaymentTypeId),
            })
            .ToListAsync(cancel);
        var found = rows
            .Select(row => (Row: row, Steps: Array.IndexOf(keys, row.ReferenceKey)))
            .Where(hit => hit.Steps == 0 || hit.Row is { IsCheck: true, IsNewest: true })
            .OrderBy(hit => hit.Steps == 0 ? int.MaxValue : hit.Steps).ToList();
        int[] ids = [.. found.Select(hit => hit.Row.PayerId).Distinct().Take(max)];
        var organizations = await db.Organizations.Where(organization => ids.Contains(organization.Id))
            .ToDictionaryAsync(organization => organization.Id, cancel);
        return
        [
            .. found.Where(hit => organizations.ContainsKey(hit.Row.PayerId)).DistinctBy(hit => hit.Row.PayerId)
                .Select(hit => organizations[hit.Row.PayerId] is var payer
                    ? new PayerChoice(payer.Id, payer.Name, payer.CustomerNumber, payer.Currency)
                    {
                        Reason = hit.Steps == 0
                            ? new PayerReason.Reference(typed, hit.Row.ReceivedOn, hit.Row.IsCheck)
                            : new PayerReason.NextCheck(typed, hit.Row.Reference!, hit.Row.ReceivedOn),
                    }
                    : throw new System.Diagnostics.UnreachableException()),
        ];
    }

    // 1042: 1041, 1040 ... with as many digits
    private static IEnumerable<string> Before(string key) =>
        key.Length <= LongestNumber && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Enumerable.Range(1, StepsMax).Where(step => number - step > 0)
                .Select(step => (number - step).ToString(CultureInfo.InvariantCulture).PadLeft(key.StartsWith('0') ? key.Length : 0, '0'))
            : [];
}
