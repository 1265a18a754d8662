using System.Net;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Server;

/// <summary>What a mail server's settings must be.</summary>
internal static class MailServerChecks
{
    private const int NameLength = 100;
    private const int UserLength = 254;
    private const int PasswordLength = 500;

    /// <summary>Without white space around, and null instead of empty.</summary>
    public static MailServerForm Trimmed(MailServerForm form) => form with
    {
        Host = form.Host.Trim(),
        UserName = OrNull(form.UserName),
        SenderName = form.SenderName.Trim(),
        SenderAddress = form.SenderAddress.Trim(),
        ReplyTo = OrNull(form.ReplyTo),
    };

    /// <summary>A sentence that says what is wrong; null for nothing.</summary>
    /// <param name="form">As <see cref="Trimmed"/> gives it.</param>
    /// <param name="before">What is kept now; null for nothing.</param>
    /// <param name="password">What was typed; null for nothing.</param>
    public static string? ProblemOf(MailServerForm form, MailSettings? before, string? password) =>
        Uri.CheckHostName(form.Host) == UriHostNameType.Unknown ? "The mail server is a host name, such as smtp.example.com."
        : form.Port is < 1 or > 65_535 ? "The port is a number from 1 to 65535; most mail servers use 587."
        : form.SenderName.Length is 0 or > NameLength || !MailAddresses.IsHeaderText(form.SenderName) ? $"The sender's name is missing or longer than {NameLength} characters."
        : !MailAddresses.IsAddress(form.SenderAddress) ? "The sender's address is no mail address, such as accounts@example.com."
        : form.ReplyTo is { } reply && !MailAddresses.IsAddress(reply) ? "The address for answers is no mail address."
        : form.UserName is { } user && (user.Length > UserLength || !MailAddresses.IsHeaderText(user)) ? "The user name is too long."
        : password is { Length: > PasswordLength } ? "The password is too long."
        : form.UserName is null && password is not null ? "A password needs a user name."
        : form.UserName is not null && password is null && (before?.ProtectedPassword is null || before.UserName != form.UserName) ? "Type the password of this user."
        : form.UserName is not null && password is null && (before!.Host != form.Host || before.Port != form.Port || before.UsesTls != form.UsesTls)
            ? "Type the password again: it is kept for the server that it was typed for."
        : form.UserName is not null && !form.UsesTls && !IsThisMachine(form.Host) ? "A password is only sent over an encrypted connection: tick TLS."
        : null;

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
