using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentsApp.Live;

/// <summary>
/// A message to open screens that something was saved: ids only, never figures or names. A screen that it concerns
/// reloads its own query, with its own user's rights.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="PaymentId">The payment, where there is one.</param>
/// <param name="OrganizationIds">The payer and the organizations of the invoices.</param>
/// <param name="InvoiceIds">Invoices whose outstanding amount changed.</param>
public sealed record PaymentChange(
    PaymentChangeKind Kind,
    Guid? PaymentId,
    IReadOnlyList<int> OrganizationIds,
    IReadOnlyList<int> InvoiceIds)
{
    /// <summary>Longest encoded form; PostgreSQL takes less than 8000 bytes, the rest is the sender's id.</summary>
    public const int EncodedBytesMax = 7900;

    private static readonly JsonSerializerOptions Compact = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>"Look again, whatever you show."</summary>
    public static PaymentChange Everything { get; } = new(PaymentChangeKind.Everything, null, [], []);

    /// <summary>The user of <see cref="PaymentChangeKind.SessionsEnded"/>; null otherwise.</summary>
    public string? UserId { get; init; }

    public static PaymentChange SessionsEnded(string userId) =>
        new(PaymentChangeKind.SessionsEnded, null, [], []) { UserId = userId };

    /// <summary>The text as <see cref="Encode"/> made it; null for anything else.</summary>
    public static PaymentChange? Decode(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Wire>(text, Compact) is { } wire && Enum.IsDefined(wire.Kind)
                ? new PaymentChange(wire.Kind, wire.PaymentId, wire.OrganizationIds ?? [], wire.InvoiceIds ?? []) { UserId = wire.UserId }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Short text for other processes; one that would be too long says "everything" instead.</summary>
    public string Encode()
    {
        var wire = new Wire(Kind, PaymentId, Filled(OrganizationIds), Filled(InvoiceIds), UserId);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(wire, Compact);
        return bytes.Length <= EncodedBytesMax ? JsonSerializer.Serialize(wire, Compact) : Everything.Encode();
    }

    /// <summary>Whether a screen about this organization may show something else now.</summary>
    public bool Touches(int organizationId) => IsEverything || OrganizationIds.Contains(organizationId);

    /// <summary>Whether a screen about this invoice may show something else now.</summary>
    public bool TouchesInvoice(int invoiceId) => IsEverything || InvoiceIds.Contains(invoiceId);

    /// <summary>Whether a screen about this payment may show something else now.</summary>
    public bool TouchesPayment(Guid paymentId) => IsEverything || PaymentId == paymentId;

    /// <summary>Whether this user may have lost sessions or rights.</summary>
    public bool TouchesUser(string userId) => IsEverything || UserId == userId;

    private bool IsEverything => Kind == PaymentChangeKind.Everything;

    private static IReadOnlyList<int>? Filled(IReadOnlyList<int> ids) => ids.Count == 0 ? null : ids;

    private sealed record Wire(
        [property: JsonPropertyName("k")] PaymentChangeKind Kind,
        [property: JsonPropertyName("p")] Guid? PaymentId,
        [property: JsonPropertyName("o")] IReadOnlyList<int>? OrganizationIds,
        [property: JsonPropertyName("i")] IReadOnlyList<int>? InvoiceIds,
        [property: JsonPropertyName("u")] string? UserId);
}
