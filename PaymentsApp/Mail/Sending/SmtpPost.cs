using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Sending;

/// <summary>Talks to a mail server. The only place that knows how (System.Net.Mail), so that another library can take its place.</summary>
public sealed class SmtpPost
{
    /// <summary>A mail server that says nothing for so long is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    // 530 to 538: this server does not know us, or not without encryption. The mail is innocent.
    private static bool IsAboutUs(SmtpStatusCode code) => (int)code is >= 530 and <= 538;

    /// <summary>Sends one mail and says how it went; never throws because of a server.</summary>
    internal async Task<SmtpAnswer> SendAsync(SmtpAccount account, SmtpMail mail, CancellationToken cancel)
    {
        var content = new WatchedStream(Encoding.UTF8.GetBytes(mail.Text.Text));
        using var message = MessageOrNull(account, mail, content);
        if (message is null)
        {
            return new SmtpAnswer(MailResult.Refused, "The mail cannot be written: an address, its subject or the name of a file is not one.");
        }

        using var client = new SmtpClient(account.Host, account.Port) { EnableSsl = account.UsesTls, UseDefaultCredentials = false };
        if (account.UserName is { } user)
        {
            client.Credentials = new NetworkCredential(user, account.Password);
        }

        try
        {
            // Not by a token: a server that says nothing after the mail would be waited for all the same.
            await client.SendMailAsync(message, CancellationToken.None).WaitAsync(Patience, cancel);
            return new SmtpAnswer(MailResult.Accepted, "The mail server took it.");
        }
        catch (SmtpFailedRecipientException e) when (content.WasRead)
        {
            return new SmtpAnswer(MailResult.Accepted, $"The mail server took it, but not for {string.Join(", ", FailedIn(e).Select(one => one.FailedRecipient?.Trim('<', '>')))}. {TextOf(e)}");
        }
        catch (SmtpFailedRecipientException e)
        {
            return new SmtpAnswer(FailedIn(e).All(one => IsFinal(one.StatusCode)) ? MailResult.Refused : MailResult.Deferred, TextOf(e));
        }
        catch (SmtpException e) when (e.StatusCode > 0)
        {
            return new SmtpAnswer(IsFinal(e.StatusCode) ? MailResult.Refused : MailResult.Deferred, TextOf(e));
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            client.Dispose(); // ends the connection: what was not read by now is not sent any more
            return Broken(content, $"No answer from {account.Host} within {Patience.TotalSeconds:0} seconds.");
        }
        catch (Exception e) when (e is SmtpException or IOException or System.Net.Sockets.SocketException or System.Security.Authentication.AuthenticationException or InvalidOperationException)
        {
            return Broken(content, TextOf(e));
        }
    }

    private static SmtpFailedRecipientException[] FailedIn(SmtpFailedRecipientException e) =>
        e is SmtpFailedRecipientsException several ? several.InnerExceptions : [e];

    private static bool IsFinal(SmtpStatusCode code) => (int)code >= 500 && !IsAboutUs(code);

    private static SmtpAnswer Broken(WatchedStream content, string text) => content.WasRead
        ? new SmtpAnswer(MailResult.Unclear, $"The connection broke while the mail went out. {text}")
        : new SmtpAnswer(MailResult.Deferred, text);

    private static MailMessage? MessageOrNull(SmtpAccount account, SmtpMail mail, WatchedStream content)
    {
        try
        {
            return MessageOf(account, mail, content);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null; // no server was asked
        }
    }

    private static MailMessage MessageOf(SmtpAccount account, SmtpMail mail, WatchedStream content)
    {
        var message = new MailMessage
        {
            From = new MailAddress(account.SenderAddress, account.SenderName, Encoding.UTF8),
            Subject = mail.Text.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        foreach (var address in mail.To)
        {
            message.To.Add(new MailAddress(address));
        }

        if (account.ReplyTo is { } replyTo)
        {
            message.ReplyToList.Add(new MailAddress(replyTo));
        }

        message.Headers.Add("Message-ID", $"<{mail.MessageId}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no answers from machines
        message.AlternateViews.Add(ViewOf(content, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(ViewOf(new MemoryStream(Encoding.UTF8.GetBytes(mail.Text.Html), writable: false), MediaTypeNames.Text.Html));
        foreach (var (name, contentType, bytes) in mail.Files)
        {
            var attachment = new System.Net.Mail.Attachment(new MemoryStream(bytes, writable: false), new ContentType(contentType)) { NameEncoding = Encoding.UTF8, Name = name };
            attachment.ContentDisposition!.FileName = name;
            message.Attachments.Add(attachment);
        }

        return message;
    }

    private static AlternateView ViewOf(Stream content, string type) => new(content, new ContentType(type) { CharSet = "utf-8" })
    {
        TransferEncoding = TransferEncoding.Base64, // lines of any length, any language
    };

    // The reason of the reason is what helps: "Failure sending mail" says nothing.
    private static string TextOf(Exception exception)
    {
        var texts = new List<string>();
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (!texts.Exists(text => text.Contains(e.Message, StringComparison.Ordinal)))
            {
                texts.Add(e.Message);
            }
        }

        return new string([.. string.Join(' ', texts).Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
    }
}
