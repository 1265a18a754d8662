using System.Text;
using System.Text.RegularExpressions;

namespace PaymentsApp.Tests.Mail.Sending;

/// <summary>A mail as it came over the wire.</summary>
/// <param name="From">Of the envelope.</param>
/// <param name="To">Of the envelope.</param>
/// <param name="Raw">Headers and content.</param>
public sealed partial record ReceivedMail(string From, IReadOnlyList<string> To, string Raw)
{
    /// <summary>The value of a header, unfolded; null when it is not there.</summary>
    public string? Header(string name)
    {
        var head = Folded().Replace(Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], " ");
        return head.Split("\r\n").Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).SingleOrDefault();
    }

    /// <summary>The base64 parts of this media type, as text.</summary>
    public string Part(string contentType) => string.Join('\n', Parts(contentType).Select(Encoding.UTF8.GetString));

    public IReadOnlyList<byte[]> Parts(string contentType) =>
    [
        .. BoundaryLine().Split(Raw)
            .Where(part => part.Contains($"Content-Type: {contentType}", StringComparison.OrdinalIgnoreCase) && part.Contains("\r\n\r\n", StringComparison.Ordinal))
            .Select(part => Convert.FromBase64String(string.Concat(part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Where(c => !char.IsWhiteSpace(c)).TakeWhile(c => c != '-')))),
    ];

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"(?m)^--+[^\r\n]*\r?$")]
    private static partial Regex BoundaryLine();
}
