namespace PaymentsApp.Security;

/// <summary>Claims of our own in the sign-in cookie.</summary>
public static class SessionClaims
{
    /// <summary>Id of the <see cref="Data.UserSession"/>.</summary>
    public const string SessionId = "session";

    /// <summary>The name colleagues see.</summary>
    public const string DisplayName = "display_name";
}
