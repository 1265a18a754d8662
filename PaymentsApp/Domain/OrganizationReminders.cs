namespace PaymentsApp.Domain;

/// <summary>An organization that is reminded otherwise than by the default policy.</summary>
public sealed class OrganizationReminders(int organizationId, int? policyId)
{
    public int OrganizationId { get; private set; } = organizationId;

    /// <summary>Null: it gets no reminders.</summary>
    public int? PolicyId { get; private set; } = policyId;

    public void Use(int? policyId) => PolicyId = policyId;
}
