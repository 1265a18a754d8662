using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentsApp.Administration;

/// <summary>How values are written into the audit log: names as in code, but with a small first letter; enums in words.</summary>
internal static class AuditJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };
}
