using System.Security.Cryptography;

namespace PaymentsApp.Domain;

/// <summary>A file kept with a payment: the scan of a check, a remittance. A fact; its bytes are in <see cref="AttachmentContent"/>.</summary>
public sealed class Attachment
{
    /// <summary>The largest file, in bytes.</summary>
    public const int BytesMax = 10 * 1024 * 1024;

    /// <summary>The most files of one payment.</summary>
    public const int CountMax = 20;

    /// <summary>The longest file name, in characters.</summary>
    public const int FileNameLength = 200;

    /// <param name="id">Made by the caller (Guid v7).</param>
    /// <param name="paymentId">The payment that it belongs to.</param>
    /// <param name="fileName">As <see cref="CleanName"/> gives it.</param>
    /// <param name="kind">As <see cref="KindOf"/> found it.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="recorded">Who, and when.</param>
    public Attachment(Guid id, Guid paymentId, string fileName, AttachmentKind kind, ReadOnlySpan<byte> bytes, Recorded recorded)
    {
        Invariant.Holds(bytes.Length is > 0 and <= BytesMax, "An attachment has 1 byte to 10 MB.");
        Id = id;
        PaymentId = paymentId;
        FileName = Invariant.NotBlank(fileName);
        Kind = kind;
        Length = bytes.Length;
        Sha256 = Convert.ToHexString(SHA256.HashData(bytes));
        RecordedAt = recorded.At;
        RecordedById = recorded.ById;
    }

    private Attachment() => FileName = Sha256 = RecordedById = string.Empty; // for EF Core

    public Guid Id { get; private set; }

    public Guid PaymentId { get; private set; }

    public string FileName { get; private set; }

    public AttachmentKind Kind { get; private set; }

    /// <summary>In bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Of the bytes, in hex: the same file is kept once per payment.</summary>
    public string Sha256 { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    /// <summary>What the first bytes say the file is, whatever its name says; null for anything else.</summary>
    public static AttachmentKind? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? AttachmentKind.Pdf
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? AttachmentKind.Png
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? AttachmentKind.Jpeg
        : null;

    /// <summary>The name without folders, control characters and what a disk refuses, with the ending of its kind.</summary>
    public static string CleanName(string name, AttachmentKind kind)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && !"<>:\"|?*".Contains(c))]).Trim().TrimEnd('.');
        var dot = clean.LastIndexOf('.');
        var stem = (dot > 0 ? clean[..dot] : clean).Trim();
        stem = stem.Length == 0 ? "attachment" : stem[..Math.Min(stem.Length, FileNameLength - 5)];
        return stem + EndingOf(kind);
    }

    private static string EndingOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Pdf => ".pdf",
        AttachmentKind.Png => ".png",
        AttachmentKind.Jpeg => ".jpg",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No ending for it."),
    };
}
