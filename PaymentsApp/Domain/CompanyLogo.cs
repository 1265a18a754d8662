using System.Security.Cryptography;

namespace PaymentsApp.Domain;

/// <summary>The picture at the top of the publisher's documents: one row or none. In the database, so that a backup has it and every machine.</summary>
public sealed class CompanyLogo
{
    /// <summary>The id of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>The largest file, in bytes: it goes into every document.</summary>
    public const int BytesMax = 500 * 1024;

    /// <param name="kind">PNG or JPEG.</param>
    /// <param name="bytes">The whole file.</param>
    public CompanyLogo(AttachmentKind kind, byte[] bytes)
    {
        Sha256 = string.Empty;
        Bytes = [];
        Replace(kind, bytes);
    }

    private CompanyLogo() => (Sha256, Bytes) = (string.Empty, []); // for EF Core

    public int Id { get; private set; } = OnlyId;

    public AttachmentKind Kind { get; private set; }

    /// <summary>Of the bytes, in hex.</summary>
    public string Sha256 { get; private set; }

    public byte[] Bytes { get; private set; }

    /// <summary>Takes another picture.</summary>
    public void Replace(AttachmentKind kind, byte[] bytes)
    {
        Invariant.Holds(kind is AttachmentKind.Png or AttachmentKind.Jpeg, "A logo is PNG or JPEG.");
        Invariant.Holds(bytes.Length is > 0 and <= BytesMax, "A logo has 1 byte to 500 KB.");
        (Kind, Bytes, Sha256) = (kind, bytes, Convert.ToHexString(SHA256.HashData(bytes)));
    }
}
