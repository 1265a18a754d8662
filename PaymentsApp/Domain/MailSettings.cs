namespace PaymentsApp.Domain;

/// <summary>The company's mail server, and whether mails go out; one row, none before it is set up.</summary>
public sealed class MailSettings
{
    /// <summary>The id of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>The port of mail submission, RFC 6409.</summary>
    public const int DefaultPort = 587;

    public int Id { get; private set; } = OnlyId;

    /// <summary>False: what is queued waits.</summary>
    public bool IsOn { get; private set; }

    public string Host { get; private set; } = string.Empty;

    public int Port { get; private set; } = DefaultPort;

    /// <summary>Whether the connection has to be encrypted (STARTTLS) before anything is said.</summary>
    public bool UsesTls { get; private set; } = true;

    /// <summary>Null for a server that asks for none.</summary>
    public string? UserName { get; private set; }

    /// <summary>Encrypted with the keys of the program; never shown, never logged.</summary>
    public string? ProtectedPassword { get; private set; }

    public string SenderName { get; private set; } = string.Empty;

    public string SenderAddress { get; private set; } = string.Empty;

    /// <summary>Where answers go; null for the sender.</summary>
    public string? ReplyTo { get; private set; }

    public void Switch(bool isOn) => IsOn = isOn;

    public void UseServer(string host, int port, bool usesTls, string? userName, string? protectedPassword)
    {
        Invariant.Holds(port is > 0 and <= 65_535, "A port is 1 to 65535.");
        (Host, Port, UsesTls) = (Invariant.NotBlank(host), port, usesTls);
        (UserName, ProtectedPassword) = (userName, protectedPassword);
    }

    public void SendAs(string name, string address, string? replyTo)
    {
        Invariant.Holds(MailAddresses.IsAddress(address) && (replyTo is null || MailAddresses.IsAddress(replyTo)), "A sender has a mail address.");
        (SenderName, SenderAddress, ReplyTo) = (name, address, replyTo);
    }
}
