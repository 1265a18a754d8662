namespace PaymentsApp.Domain;

/// <summary>A file that goes with a mail: its bytes, or who makes them from what when the mail is sent.</summary>
public sealed class MailAttachment
{
    /// <summary>The longest file name, in characters.</summary>
    public const int FileNameLength = 200;

    private MailAttachment() => FileName = ContentType = string.Empty; // for EF Core

    public Guid MailId { get; private set; }

    /// <summary>1, 2, ... within the mail.</summary>
    public int Position { get; private set; }

    public string FileName { get; private set; }

    /// <summary>A media type: "application/pdf".</summary>
    public string ContentType { get; private set; }

    /// <summary>The file; null until it is made.</summary>
    public byte[]? Bytes { get; private set; }

    /// <summary>Who makes it: the name of a maker; null when the bytes were there from the beginning.</summary>
    public string? MadeBy { get; private set; }

    /// <summary>From what: an id that the maker knows.</summary>
    public string? MadeFrom { get; private set; }

    public static MailAttachment Of(Guid mailId, int position, string fileName, string contentType, byte[] bytes) => new()
    {
        MailId = mailId,
        Position = position,
        FileName = Invariant.NotBlank(fileName),
        ContentType = contentType,
        Bytes = bytes,
    };

    public static MailAttachment MadeAtSending(Guid mailId, int position, string fileName, string contentType, string madeBy, string madeFrom) => new()
    {
        MailId = mailId,
        Position = position,
        FileName = Invariant.NotBlank(fileName),
        ContentType = contentType,
        MadeBy = madeBy,
        MadeFrom = madeFrom,
    };

    /// <summary>Keeps what was made, so that each attempt sends the same, and a person can see later what was sent.</summary>
    public void Keep(byte[] bytes) => Bytes = bytes;
}
