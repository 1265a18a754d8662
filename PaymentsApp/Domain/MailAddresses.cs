using System.Net.Mail;

namespace PaymentsApp.Domain;

/// <summary>Which mail addresses are taken. Strict: what stands in a header must be an address and nothing else.</summary>
public static class MailAddresses
{
    /// <summary>The longest address, RFC 5321 4.5.3.1.3.</summary>
    public const int LengthMax = 254;

    /// <summary>The most addresses of one mail.</summary>
    public const int CountMax = 10;

    /// <summary>The longest part before the @, RFC 5321 4.5.3.1.1.</summary>
    private const int LocalLengthMax = 64;

    /// <summary>Whether it is one plain address: no display name, no quotes, no comment, no line break.</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 0 and <= LengthMax }
        && text.Split('@') is [{ Length: > 0 and <= LocalLengthMax } local, { Length: > 0 } domain]
        && local.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c))
        && !local.StartsWith('.') && !local.EndsWith('.') && !local.Contains("..", StringComparison.Ordinal)
        && domain.Split('.').All(label => label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !label.StartsWith('-') && !label.EndsWith('-'))
        && MailAddress.TryCreate(text, out _);

    /// <summary>The addresses of a list, each once; null when one of them is none, there is none, or there are too many.</summary>
    /// <param name="text">Separated by commas, semicolons or white space.</param>
    public static IReadOnlyList<string>? Read(string text)
    {
        var found = text.Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return found.Count is > 0 and <= CountMax && found.TrueForAll(IsAddress) ? found : null;
    }

    /// <summary>Whether a line may stand in a header as it is: a name, a subject.</summary>
    public static bool IsHeaderText(string text) => !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');
}
