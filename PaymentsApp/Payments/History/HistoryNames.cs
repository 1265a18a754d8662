using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.History;

/// <summary>The names of what audit entries mention by id, as far as the person may see them.</summary>
internal sealed class HistoryNames
{
    private const int IdsMax = 2_000;

    private Dictionary<string, string> _users = [];
    private Dictionary<int, string> _invoices = [];
    private Dictionary<int, string> _organizations = [];
    private Dictionary<int, string> _types = [];

    /// <summary>What a person is called now.</summary>
    public string User(string id) => _users.GetValueOrDefault(id, "somebody");

    /// <summary>The number; null when the invoice is not this person's to see.</summary>
    public string? Invoice(int id) => _invoices.GetValueOrDefault(id);

    public string Organization(int id) => _organizations.GetValueOrDefault(id, "an account that is not yours");

    public string Type(int id) => _types.GetValueOrDefault(id, "a type that is gone");

    public static async Task<HistoryNames> ReadAsync(AppDbContext db, Access access, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancel)
    {
        HashSet<string> users = [.. entries.Select(entry => entry.ActorId)];
        HashSet<int> invoices = [];
        HashSet<int> organizations = [];
        foreach (var entry in entries)
        {
            using var body = JsonDocument.Parse(entry.Body);
            Collect(body.RootElement, string.Empty, users, invoices, organizations);
        }

        var userIds = users.Take(IdsMax).ToList();
        var invoiceIds = invoices.Take(IdsMax).ToList();
        var organizationIds = organizations.Take(IdsMax).ToList();
        return new HistoryNames
        {
            _users = await db.Users.Where(user => userIds.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel),
            _invoices = await access.VisibleInvoices(db).Where(invoice => invoiceIds.Contains(invoice.Id)).ToDictionaryAsync(invoice => invoice.Id, invoice => invoice.Number, cancel),
            _organizations = await access.VisibleOrganizations(db).Where(found => organizationIds.Contains(found.Id)).ToDictionaryAsync(found => found.Id, found => found.Name, cancel),
            _types = await db.PaymentTypes.ToDictionaryAsync(type => type.Id, type => type.Name, cancel),
        };
    }

    // {"invoiceId":3}, {"payerId":{"before":1,"after":2}}, {"allocations":[{"invoiceId":3}]}
    private static void Collect(JsonElement element, string name, HashSet<string> users, HashSet<int> invoices, HashSet<int> organizations)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, property.Name is "before" or "after" && name.Length > 0 ? name : property.Name, users, invoices, organizations);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, name, users, invoices, organizations);
                }

                break;
            case JsonValueKind.Number when element.TryGetInt32(out var id):
                (name.ToUpperInvariant() switch { "INVOICEID" => invoices, "PAYERID" or "ORGANIZATIONID" => organizations, _ => null })?.Add(id);
                break;
            case JsonValueKind.String when name.EndsWith("ById", StringComparison.Ordinal) || string.Equals(name, "ownerId", StringComparison.OrdinalIgnoreCase):
                users.Add(element.GetString()!);
                break;
        }
    }

    /// <summary>A value of an entry in words; null for none.</summary>
    public string? Value(string name, JsonElement value, string? currency, CultureInfo culture) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number when name.EndsWith("Minor", StringComparison.Ordinal) && currency is not null && value.TryGetInt64(out var minor) =>
            MoneyText.WithCode(new Money(minor, currency), culture),
        JsonValueKind.Number when name.EndsWith("BasisPoints", StringComparison.Ordinal) => PercentText.Format(value.GetInt32(), culture),
        JsonValueKind.Number => name.ToUpperInvariant() switch
        {
            "INVOICEID" => Invoice(value.GetInt32()) ?? "an invoice that is not yours",
            "PAYERID" or "ORGANIZATIONID" => Organization(value.GetInt32()),
            "PAYMENTTYPEID" => Type(value.GetInt32()),
            "NUMBER" => PaymentNumber.Format(value.GetInt64()),
            _ => value.GetRawText(),
        },
        JsonValueKind.String when name.EndsWith("On", StringComparison.Ordinal) && DateOnly.TryParseExact(value.GetString(), "O", out var day) => day.ToString("d", culture),
        JsonValueKind.String when name.EndsWith("ById", StringComparison.Ordinal) || string.Equals(name, "ownerId", StringComparison.OrdinalIgnoreCase) => User(value.GetString()!),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(item => Value(name, item, currency, culture)).OfType<string>()) is { Length: > 0 } list ? list : null,
        _ => string.Join(", ", value.EnumerateObject().Select(property => Value(property.Name, property.Value, currency, culture)).OfType<string>()),
    };
}
