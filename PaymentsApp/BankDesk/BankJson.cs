using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentsApp.Banking;

namespace PaymentsApp.BankDesk;

/// <summary>How entries, decisions and findings are kept in the database.</summary>
internal static class BankJson
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Compact);

    /// <summary>What <see cref="Write"/> made.</summary>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Compact) ?? throw new JsonException("Nothing is kept.");

    public static BankEntry Entry(string text) => Read<BankEntry>(text);

    /// <summary>Null: the line was not looked at yet, or not by matching.</summary>
    public static BankDecision? Decision(string? text) => text is null ? null : Read<BankDecision>(text);
}
