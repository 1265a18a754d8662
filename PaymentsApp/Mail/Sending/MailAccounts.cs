using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Sending;

/// <summary>The kept password of the mail server: protected with the keys of the program, readable by it alone.</summary>
public sealed class MailAccounts(IDataProtectionProvider protection)
{
    private const string Purpose = "PaymentsApp.Mail.Password";

    internal string Protect(string password) => protection.CreateProtector(Purpose).Protect(password);

    /// <summary>How to reach the server; null when the kept password cannot be read any more, because its keys are gone.</summary>
    internal SmtpAccount? Find(MailSettings settings)
    {
        string? password = null;
        if (settings.ProtectedPassword is { } kept)
        {
            try
            {
                password = protection.CreateProtector(Purpose).Unprotect(kept);
            }
            catch (CryptographicException)
            {
                return null;
            }
        }

        return new SmtpAccount
        {
            Host = settings.Host,
            Port = settings.Port,
            UsesTls = settings.UsesTls,
            UserName = settings.UserName,
            Password = password,
            SenderName = settings.SenderName,
            SenderAddress = settings.SenderAddress,
            ReplyTo = settings.ReplyTo,
        };
    }
}
