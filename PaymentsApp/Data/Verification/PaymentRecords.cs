using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Verification;

/// <summary>
/// Compares each payment with what the audit trail says was registered. The trail is chained by hashes, so a figure that
/// was changed in the payment's row, together with all balances, still shows.
/// </summary>
internal static class PaymentRecords
{
    private const int Portion = 500;

    public static async Task VerifyAsync(AppDbContext db, Action<LedgerDifference> found, CancellationToken cancel)
    {
        var after = 0L;
        List<AuditEntry> entries;
        do
        {
            var from = after;
            entries = await db.AuditEntries.AsNoTracking()
                .Where(entry => entry.Seq > from && entry.Entity == nameof(Payment) && entry.Action == "Registered")
                .OrderBy(entry => entry.Seq).Take(Portion).ToListAsync(cancel);
            var ids = entries.Select(entry => Guid.TryParse(entry.EntityId, out var id) ? id : Guid.Empty).ToList();
            var payments = await db.Payments.AsNoTracking().Where(payment => EF.Parameter(ids).Contains(payment.Id)).ToDictionaryAsync(payment => payment.Id, cancel);
            foreach (var (entry, id) in entries.Zip(ids))
            {
                var finding = payments.TryGetValue(id, out var payment) ? Compare(payment, entry) : "is missing, and was registered";
                if (finding.Length > 0)
                {
                    found(new LedgerDifference(
                        LedgerCheck.PaymentRecords, payment is null ? $"Payment {entry.EntityId}" : $"Payment {PaymentNumber.Format(payment.Number)}", finding));
                }

                after = entry.Seq;
            }
        }
        while (entries.Count == Portion);
    }

    private static string Compare(Payment payment, AuditEntry entry)
    {
        if (BodyOf(entry) is not { } body)
        {
            return $"cannot be compared: audit entry {entry.Seq} cannot be read";
        }

        (string Name, object? Kept, string? Recorded)[] figures =
        [
            ("PayerId", payment.PayerId, entry.OrganizationId?.ToString(CultureInfo.InvariantCulture)),
            ("RecordedById", payment.RecordedById, entry.ActorId),
            .. from figure in ((string Name, object? Kept)[])
                [
                    ("Number", payment.Number), ("AmountMinor", payment.AmountMinor), ("Currency", payment.Currency),
                    ("ReceivedOn", payment.ReceivedOn.ToString("O", CultureInfo.InvariantCulture)), ("PaymentTypeId", payment.PaymentTypeId),
                    ("Reference", payment.Reference), ("CheckDatedOn", payment.CheckDatedOn?.ToString("O", CultureInfo.InvariantCulture)),
                    ("Memo", payment.Memo), ("Fingerprint", payment.Fingerprint),
                ]
               let name = JsonNamingPolicy.CamelCase.ConvertName(figure.Name)
               where body.TryGetProperty(name, out _)
               select (figure.Name, figure.Kept, Text(body.GetProperty(name))),
        ];
        return string.Join("; ", figures
            .Select(figure => (figure.Name, Kept: Convert.ToString(figure.Kept, CultureInfo.InvariantCulture) ?? "", Recorded: figure.Recorded ?? ""))
            .Where(figure => figure.Kept != figure.Recorded)
            .Select(figure => figure.Name is "Reference" or "Memo" or "Fingerprint" // words of people do not belong on a console
                ? $"{figure.Name} is not what was registered"
                : $"{figure.Name} is {figure.Kept}, {figure.Recorded} was registered"));
    }

    private static JsonElement? BodyOf(AuditEntry entry)
    {
        try
        {
            using var body = JsonDocument.Parse(entry.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object ? body.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null; // the chain says that the entry was changed
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
