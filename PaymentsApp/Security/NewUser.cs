namespace PaymentsApp.Security;

/// <summary>What it takes to add a person.</summary>
/// <param name="Name">The name colleagues see.</param>
/// <param name="Email">What the person signs in with.</param>
/// <param name="Roles">Of <see cref="Domain.Roles"/>.</param>
/// <param name="Password">The initial one.</param>
public sealed record NewUser(string Name, string Email, IReadOnlyList<string> Roles, string Password);
