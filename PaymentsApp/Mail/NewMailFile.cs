namespace PaymentsApp.Mail;

/// <summary>A file that goes with a mail: its bytes, or who makes it when the mail is sent (<see cref="IMailFileMaker"/>).</summary>
/// <param name="Name">What the reader sees: "statement.pdf".</param>
/// <param name="ContentType">A media type.</param>
public sealed record NewMailFile(string Name, string ContentType)
{
    public byte[]? Bytes { get; init; }

    /// <summary>The name of the maker, and the id from which it makes the file; instead of <see cref="Bytes"/>.</summary>
    public (string Name, string From)? Maker { get; init; }

    public static NewMailFile Pdf(string name, byte[] bytes) => new(name, "application/pdf") { Bytes = bytes };

    public static NewMailFile PdfMadeBy(string name, string maker, string from) => new(name, "application/pdf") { Maker = (maker, from) };
}
