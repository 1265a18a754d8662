namespace PaymentsApp.Organizations.Edit;

/// <summary>A contact as it is typed.</summary>
public sealed class ContactDraft
{
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Role { get; set; } = "";

    internal bool IsBlank => string.IsNullOrWhiteSpace(Name + Email + Phone + Role);

    internal static ContactDraft Of(ContactValues values) =>
        new() { Name = values.Name, Email = values.Email ?? "", Phone = values.Phone ?? "", Role = values.Role ?? "" };

    internal ContactValues ToValues() => new(Name.Trim(), OrNull(Email), OrNull(Phone), OrNull(Role));

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
