namespace PaymentsApp.Mail.Sending;

/// <summary>A mail server and who speaks to it. Not a record: nothing must print the password.</summary>
internal sealed class SmtpAccount
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required bool UsesTls { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public required string SenderName { get; init; }

    public required string SenderAddress { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>The part of Message-Ids after the @.</summary>
    public string Domain => SenderAddress[(SenderAddress.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
