using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>The commands that wait for a second person, as <see cref="ApprovalRequest.Command"/> keeps them.</summary>
internal static class ApprovalCommands
{
    // Only what the command was made of; enums by name, so that a new kind in the middle changes nothing that waits.
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T command) => JsonSerializer.Serialize(command, Options);

    public static T Read<T>(ApprovalRequest request) => JsonSerializer.Deserialize<T>(request.Command, Options)
        ?? throw new InvalidOperationException($"Request {request.Id} holds no {typeof(T).Name}.");
}
