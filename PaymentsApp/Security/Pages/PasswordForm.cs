namespace PaymentsApp.Security.Pages;

/// <summary>What the page for one's own password sends.</summary>
public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Password { get; set; }
}
