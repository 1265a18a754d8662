using System.Security.Cryptography;
using PaymentsApp.Banking.Reading.Bai;
using PaymentsApp.Banking.Reading.Camt;
using PaymentsApp.Banking.Reading.Edi;
using PaymentsApp.Banking.Reading.Lockbox;
using PaymentsApp.Banking.Reading.Mt;
using PaymentsApp.Banking.Reading.Nacha;
using PaymentsApp.Banking.Reading.Ofx;
using PaymentsApp.Banking.Reading.Qif;
using PaymentsApp.Banking.Reading.Table;

namespace PaymentsApp.Banking.Reading;

/// <summary>
/// Reads a bank's file of any known format, told by its content and never by its name. A file is read wholly or refused;
/// what was read but is not as it should be is a <see cref="BankFinding"/>.
/// </summary>
public static class BankFileReader
{
    /// <summary>Larger files are refused: the months of a busy account fit many times over.</summary>
    public const int BytesMax = 256 * 1024 * 1024;

    // First that knows the content reads it. Separated values come last: almost any text could be them.
    private static readonly (Func<SourceText, bool> Is, Func<SourceText, BankFileChoices, CancellationToken, IReadOnlyList<StatementBuilder>> Read)[] Formats =
    [
        (CamtReader.Is, (source, _, cancel) => CamtReader.Read(source, cancel)),
        (OfxReader.Is, (source, _, cancel) => OfxReader.Read(source, cancel)),
        (MtReader.Is, (source, _, cancel) => MtReader.Read(source, cancel)),
        (EdiReader.Is, (source, _, cancel) => EdiReader.Read(source, cancel)),
        (BaiReader.Is, (source, _, cancel) => BaiReader.Read(source, cancel)),
        (LockboxReader.Is, (source, _, cancel) => LockboxReader.Read(source, cancel)),
        (NachaReader.Is, (source, _, cancel) => NachaReader.Read(source, cancel)),
        (QifReader.Is, QifReader.Read),
    ];

    /// <param name="bytes">The file.</param>
    /// <param name="choices">What is known about it beforehand.</param>
    /// <param name="cancel">Stops it.</param>
    public static BankFileReading Read(ReadOnlyMemory<byte> bytes, BankFileChoices choices, CancellationToken cancel)
    {
        try
        {
            if (bytes.Length > BytesMax)
            {
                throw new UnreadableFileException($"The file has more than {BytesMax / 1024 / 1024} MB.");
            }

            var findings = new List<BankFinding>();
            var statements = BankZip.Is(bytes.Span)
                ? BankZip.Read(bytes, choices, findings, cancel)
                : ReadOne(bytes.Span, choices, cancel);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
            return new BankFileReading.Read(new BankFile(bytes, hash, statements, findings));
        }
        catch (UnreadableFileException e)
        {
            return new BankFileReading.Refused(e.Message, e.At);
        }
        catch (OpenQuestionException e)
        {
            return new BankFileReading.Asks(e.Questions);
        }
    }

    /// <summary>A file that is no zip.</summary>
    internal static IReadOnlyList<BankStatement> ReadOne(ReadOnlySpan<byte> bytes, BankFileChoices choices, CancellationToken cancel)
    {
        if (bytes.IsEmpty)
        {
            throw new UnreadableFileException("The file is empty.");
        }

        var source = SourceText.Decode(bytes, SourceText.DeclaredEncoding(bytes));
        foreach (var (isIt, read) in Formats)
        {
            if (isIt(source))
            {
                return Build(read(source, choices, cancel), choices);
            }
        }

        if (bytes.StartsWith("%PDF"u8) || source.Text.AsSpan().TrimStart('\uFEFF').TrimStart().StartsWith("<"))
        {
            throw new UnreadableFileException("This is no bank file of a known format.", new SourcePosition(0, 1));
        }

        return Build(TableReader.ReadSeparated(source, choices, cancel), choices);
    }

    /// <summary>Ends the statements of one file; a file without any is refused.</summary>
    internal static IReadOnlyList<BankStatement> Build(IReadOnlyList<StatementBuilder> statements, BankFileChoices choices)
    {
        if (statements.Count == 0)
        {
            throw new UnreadableFileException("There is no statement of a bank account in this file.", new SourcePosition(0, 1));
        }

        foreach (var statement in statements)
        {
            statement.Account ??= choices.Account;
        }

        return [.. statements.Select(statement => statement.Build())];
    }
}
