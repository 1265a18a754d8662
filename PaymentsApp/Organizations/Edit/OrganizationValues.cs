using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentsApp.Domain;

namespace PaymentsApp.Organizations.Edit;

/// <summary>What can be edited of an organization.</summary>
/// <param name="Currency">Of new invoices, ISO 4217.</param>
/// <param name="PaymentTermsDays">From issue to due date.</param>
/// <param name="OwnerId">User id of the sales rep; null for nobody.</param>
/// <param name="PayerId">The agency or parent that pays; null when it pays itself.</param>
public sealed record OrganizationValues(
    string CustomerNumber,
    string Name,
    string Currency,
    int PaymentTermsDays,
    string? OwnerId,
    int? PayerId,
    IReadOnlyList<ContactValues> Contacts)
{
    /// <summary>Early-payment discount of new invoices, in hundredths of a percent; null for none.</summary>
    public int? DiscountBasisPoints { get; init; }

    /// <summary>Days from issue within which it is granted; set together with it.</summary>
    public int? DiscountDays { get; init; }

    /// <summary>What the payment window proposes when this organization pays.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<AllocationPolicy>))]
    public AllocationPolicy AllocationPolicy { get; init; }

    /// <summary>What it keeps as an agency, in hundredths of a percent; null for nothing.</summary>
    public int? CommissionBasisPoints { get; init; }

    /// <summary>As the audit log keeps it; equal texts mean equal values.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
