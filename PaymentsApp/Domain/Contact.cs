namespace PaymentsApp.Domain;

/// <summary>A person at an organization.</summary>
public sealed class Contact(string name, string? email, string? phone, string? role)
{
    public int Id { get; private set; }

    public int OrganizationId { get; private set; }

    public string Name { get; private set; } = Invariant.NotBlank(name);

    public string? Email { get; private set; } = email;

    public string? Phone { get; private set; } = phone;

    /// <summary>What the person does there, for example "Accounts payable".</summary>
    public string? Role { get; private set; } = role;
}
