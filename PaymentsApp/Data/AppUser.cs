using Microsoft.AspNetCore.Identity;

namespace PaymentsApp.Data;

/// <summary>A person who signs in, or the program itself (<see cref="SystemUser"/>).</summary>
public sealed class AppUser : IdentityUser
{
    /// <summary>The name colleagues see.</summary>
    public string DisplayName { get; set; } = string.Empty;

    /// <summary>False: the person can no longer sign in or do anything; what they recorded stays.</summary>
    public bool IsActive { get; set; } = true;
}
