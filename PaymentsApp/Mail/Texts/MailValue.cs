using System.Net;

namespace PaymentsApp.Mail.Texts;

/// <summary>What takes the place of a placeholder.</summary>
/// <param name="Text">In plain text.</param>
/// <param name="Html">In HTML: escaped, whatever somebody called a client.</param>
internal sealed record MailValue(string Text, string Html)
{
    public static implicit operator MailValue(string text) => new(text, WebUtility.HtmlEncode(text));
}
