using System.IO.Compression;
using PaymentsApp.Banking.Reading.Table;

namespace PaymentsApp.Banking.Reading;

/// <summary>A zip with bank files in it. What it may unpack to is bounded, whatever its directory claims.</summary>
internal static class BankZip
{
    private const int MembersMax = 1000;
    private const int RatioMax = 20;
    private const int FreeBytes = 16 * 1024 * 1024;

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    public static IReadOnlyList<BankStatement> Read(
        ReadOnlyMemory<byte> bytes, BankFileChoices choices, List<BankFinding> findings, CancellationToken cancel)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            var budget = Budget(bytes.Length);
            if (Workbook.Is(zip))
            {
                return BankFileReader.Build(Workbook.Read(zip, budget, choices, findings, cancel), choices);
            }

            return ReadMembers(zip, budget, choices, findings, cancel);
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableFileException($"The zip is damaged: {e.Message}");
        }
        catch (NotSupportedException e)
        {
            throw new UnreadableFileException($"The zip is packed in a way that is not supported: {e.Message}");
        }
        catch (System.Xml.XmlException e)
        {
            throw new UnreadableFileException($"The workbook is damaged: {e.Message}");
        }
        catch (EndOfStreamException)
        {
            throw new UnreadableFileException("The zip is cut off.");
        }
    }

    /// <summary>How many bytes a zip of this size may unpack to.</summary>
    public static long Budget(long packed) => Math.Min((packed * RatioMax) + FreeBytes, BankFileReader.BytesMax);

    /// <summary>Unpacks one member and takes what it needs from the budget.</summary>
    public static byte[] Unpack(ZipArchiveEntry member, ref long budget, CancellationToken cancel)
    {
        using var packed = member.Open();
        using var plain = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            budget -= read;
            if (budget < 0)
            {
                throw new UnreadableFileException($"“{member.FullName}” unpacks to far more than its packed size; that is not how bank files are.");
            }

            plain.Write(buffer, 0, read);
        }

        return plain.ToArray();
    }

    private static List<BankStatement> ReadMembers(
        ZipArchive zip, long budget, BankFileChoices choices, List<BankFinding> findings, CancellationToken cancel)
    {
        if (zip.Entries.Count > MembersMax)
        {
            throw new UnreadableFileException($"The zip holds more than {MembersMax} files.");
        }

        var statements = new List<BankStatement>();
        foreach (var member in zip.Entries)
        {
            if (member.FullName.EndsWith('/') || member.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
            {
                continue;
            }

            var plain = Unpack(member, ref budget, cancel);
            if (Is(plain) && member.FullName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                statements.AddRange(ReadWorkbook(plain, choices, findings, cancel).Select(statement => statement with { Member = member.FullName }));
                continue;
            }

            if (Is(plain))
            {
                throw new UnreadableFileException($"“{member.FullName}” is a zip within the zip.");
            }

            if (LooksLikePaper(plain))
            {
                findings.Add(new BankFinding(BankFindingKind.LeftOut, $"“{member.FullName}” is no bank file and was left out.", default));
                continue;
            }

            try
            {
                statements.AddRange(BankFileReader.ReadOne(plain, choices, cancel).Select(statement => statement with { Member = member.FullName }));
            }
            catch (UnreadableFileException e)
            {
                throw new UnreadableFileException($"“{member.FullName}”: {e.Message}", e.At);
            }
        }

        return statements.Count > 0 ? statements : throw new UnreadableFileException("There is no bank file in the zip.");
    }

    private static IReadOnlyList<BankStatement> ReadWorkbook(byte[] bytes, BankFileChoices choices, List<BankFinding> findings, CancellationToken cancel)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return Workbook.Is(zip)
            ? BankFileReader.Build(Workbook.Read(zip, Budget(bytes.Length), choices, findings, cancel), choices)
            : throw new UnreadableFileException("This is no workbook.");
    }

    // What banks put beside the statements for people to look at: PDF and pictures.
    private static bool LooksLikePaper(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) || bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..];
}
