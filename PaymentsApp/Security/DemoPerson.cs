namespace PaymentsApp.Security;

/// <summary>Someone of the demo data.</summary>
/// <param name="Role">One of <see cref="Domain.Roles"/>.</param>
/// <param name="Title">What the person may do, for the sign-in page.</param>
public sealed record DemoPerson(string Id, string Name, string Role, string Title)
{
    public string Email => $"{Id}@example.com";
}
