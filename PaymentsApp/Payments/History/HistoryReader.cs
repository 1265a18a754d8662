using System.Globalization;
using System.Text.Json;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.History;

/// <summary>Turns entries of the audit log into lines that a person reads.</summary>
/// <param name="names">Of everything that the entries mention.</param>
/// <param name="clock">The company's.</param>
/// <param name="culture">Of the reader.</param>
internal sealed class HistoryReader(HistoryNames names, CompanyClock clock, CultureInfo culture)
{
    private const int InvoicesShown = 12;

    private static readonly string[] Reasons = ["reason", "note", "text", "Text"];

    /// <summary>The whole entry.</summary>
    public HistoryLine Line(AuditEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Body);
        var body = document.RootElement;
        var currency = Text(body, "currency");
        var invoiceId = entry.Entity == nameof(Invoice) ? int.Parse(entry.EntityId, CultureInfo.InvariantCulture) : Number(body, "invoiceId") is { } id ? (int)id : (int?)null;
        var number = invoiceId is { } only ? names.Invoice(only) : null;
        return Bare(entry, currency is not null && Number(body, "amountMinor") is { } minor ? new Money(minor, currency) : null) with
        {
            Target = TargetOf(entry, body, currency),
            Changes = [.. ChangesOf(body, currency)],
            Why = WhyOf(body),
            PaymentId = PaymentIdOf(entry, body),
            PaymentNumber = entry.Entity == nameof(Payment) ? Number(body, "number") : null,
            InvoiceId = number is null ? null : invoiceId,
            InvoiceNumber = number,
            RefundId = Guid.TryParse(Text(body, "refundId"), out var refundId) ? refundId : null,
            AllocationId = Guid.TryParse(Text(body, "allocationId"), out var allocationId) ? allocationId : null,
        };
    }

    /// <summary>What an entry of a payment says of one invoice; null when it does not mention it.</summary>
    public HistoryLine? LineOfInvoice(AuditEntry entry, int invoiceId)
    {
        using var document = JsonDocument.Parse(entry.Body);
        var body = document.RootElement;
        var currency = Text(body, "currency");
        long? minor = null;
        string? moved = null;
        if (Number(body, "invoiceId") == invoiceId)
        {
            minor = Number(body, "amountMinor");
        }
        else if (Child(body, "invoiceId") is { ValueKind: JsonValueKind.Object } change)
        {
            var (from, to) = (Number(change, "before"), Number(change, "after"));
            minor = from == invoiceId || to == invoiceId ? Number(body, "amountMinor") : null;
            moved = from == invoiceId ? "away" : "here";
        }
        else if (Child(body, "allocations") is { ValueKind: JsonValueKind.Array } list)
        {
            var shares = list.EnumerateArray().Where(share => Number(share, "invoiceId") == invoiceId).ToList();
            minor = shares.Count == 0 ? null : shares.Sum(share => Number(share, "amountMinor") ?? 0);
        }

        return minor is null || currency is null ? null : Bare(entry, new Money(minor.Value, currency)) with
        {
            Target = moved,
            Why = WhyOf(body),
            PaymentId = Guid.Parse(entry.EntityId),
            PaymentNumber = Number(body, "number"),
        };
    }

    private HistoryLine Bare(AuditEntry entry, Money? amount) =>
        new(entry.Seq, clock.LocalOf(entry.At), names.User(entry.ActorId), entry.Action, HistoryText.What(entry.Entity, entry.Action), amount);

    private static Guid? PaymentIdOf(AuditEntry entry, JsonElement body) =>
        entry.Entity == nameof(Payment) ? Guid.Parse(entry.EntityId)
        : Guid.TryParse(Text(body, "paymentId"), out var paymentId) ? paymentId
        : null;

    private static string? WhyOf(JsonElement body)
    {
        var given = string.Join(" – ", Reasons.Select(name => Text(body, name)).Where(text => !string.IsNullOrEmpty(text)).Distinct());
        return given.Length == 0 ? null : given;
    }

    private string? TargetOf(AuditEntry entry, JsonElement body, string? currency)
    {
        List<string> parts = [];
        if (entry.Action == "Returned" && Text(body, "returnCode") is { } code)
        {
            parts.Add(ReturnCodes.Find(code)?.Name ?? code);
        }

        if (Child(body, "allocations") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0)
        {
            parts.Add($"{(entry.Action == "Registered" ? "to" : "off")} {Shares(list, currency)}");
        }

        if (entry.Action is "Adjusted" or "AdjustmentReversed" && Enum.TryParse<AdjustmentKind>(Text(body, "kind"), out var kind))
        {
            parts.Add(Text(body, "reasonCode") is { } reason ? $"{DifferenceText.Of(kind)} ({ReasonCodes.NameOf(reason)})" : DifferenceText.Of(kind));
        }

        if (Text(body, "subject") is { } subject)
        {
            parts.Add($"“{subject}”");
        }

        if (entry.Action == "StatementSent" && Text(body, "to") is { } to)
        {
            parts.Add($"to {to}");
        }

        if (Text(body, "fileName") is { } file)
        {
            parts.Add(file);
        }

        // Who approved is who wrote the entry, and the other way round.
        if ((Text(body, "requestedById") ?? Text(body, "askedById")) is { } asked && asked != entry.ActorId)
        {
            parts.Add($"asked for by {names.User(asked)}");
        }

        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    // What went to accounts that are not this person's is one figure at the end.
    private string Shares(JsonElement list, string? currency)
    {
        var shares = list.EnumerateArray()
            .Select(share => (Number: Number(share, "invoiceId") is { } id ? names.Invoice((int)id) : null, Minor: Number(share, "amountMinor") ?? 0))
            .ToList();
        var shown = shares.Where(share => share.Number is not null).Take(InvoicesShown).ToList();
        var parts = shown.Select(share => $"{share.Number} {Figure(share.Minor, currency)}").ToList();
        var rest = shares.Count(share => share.Number is not null) - shown.Count;
        if (rest > 0)
        {
            parts.Add($"{rest.ToString("N0", culture)} more");
        }

        var foreign = shares.Where(share => share.Number is null).Sum(share => share.Minor);
        if (foreign > 0)
        {
            parts.Add($"clients that are not yours {Figure(foreign, currency)}");
        }

        return string.Join(", ", parts);
    }

    private string Figure(long minor, string? currency) => currency is null ? string.Empty : MoneyText.Figure(new Money(minor, currency), culture);

    private IEnumerable<HistoryChange> ChangesOf(JsonElement body, string? currency)
    {
        var (before, after) = (Child(body, "before"), Child(body, "after"));
        foreach (var name in PropertiesOf(before).Union(PropertiesOf(after)))
        {
            if (Change(name, Child(before, name), Child(after, name), currency) is { } change)
            {
                yield return change;
            }
        }

        foreach (var property in body.EnumerateObject().Where(property => property.Name is not ("before" or "after")))
        {
            if ((Child(property.Value, "before") is not null || Child(property.Value, "after") is not null)
                && Change(property.Name, Child(property.Value, "before"), Child(property.Value, "after"), currency) is { } change)
            {
                yield return change;
            }
        }
    }

    private HistoryChange? Change(string name, JsonElement? before, JsonElement? after, string? currency)
    {
        var (was, isNow) = (before is { } old ? names.Value(name, old, currency, culture) : null, after is { } now ? names.Value(name, now, currency, culture) : null);
        return was == isNow ? null : new HistoryChange(HistoryText.Name(name), was, isNow);
    }

    private static IEnumerable<string> PropertiesOf(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject().Select(property => property.Name) : [];

    private static JsonElement? Child(JsonElement? element, string name)
    {
        if (element is { ValueKind: JsonValueKind.Object } found)
        {
            foreach (var property in found.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }

    private static string? Text(JsonElement element, string name) => Child(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static long? Number(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;
}
