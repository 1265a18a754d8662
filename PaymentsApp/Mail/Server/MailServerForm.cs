using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Server;

/// <summary>The mail server and the sender, as the settings show them. The password comes in and never goes out.</summary>
/// <param name="Host">A host name or an address.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="UsesTls">Whether the connection has to be encrypted.</param>
/// <param name="UserName">Null for a server that asks for none.</param>
/// <param name="SenderName">Whom the reader sees.</param>
/// <param name="SenderAddress">From where.</param>
/// <param name="ReplyTo">Where answers go; null for the sender.</param>
public sealed record MailServerForm(string Host, int Port, bool UsesTls, string? UserName, string SenderName, string SenderAddress, string? ReplyTo)
{
    /// <summary>Before anything is set up.</summary>
    public static MailServerForm Empty { get; } = new(string.Empty, MailSettings.DefaultPort, true, null, string.Empty, string.Empty, null);

    /// <summary>Whether mails go out.</summary>
    public bool IsOn { get; init; }

    /// <summary>Whether a password is kept.</summary>
    public bool HasPassword { get; init; }
}
