using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Ofx;

/// <summary>Open Financial Exchange 1.x (SGML) and 2.x (XML), and Quicken's QFX: bank and card accounts, and the bank movements of investment accounts.</summary>
internal static partial class OfxReader
{
    public static bool Is(SourceText source) =>
        source.Text.Contains("<OFX>", StringComparison.OrdinalIgnoreCase)
        || source.Text.Contains("OFXHEADER", StringComparison.OrdinalIgnoreCase)
        || source.Text.Contains("<STMTTRN>", StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<StatementBuilder> Read(SourceText source, CancellationToken cancel)
    {
        var version = Version().Match(source.Text) is { Success: true } match ? match.Groups["version"].Value : null;
        var format = version is { Length: 3 } ? $"OFX {version[0]}.{version[1]}.{version[2]}" : "OFX";
        var statements = new List<StatementBuilder>();
        OfxStatement? open = null;
        var (hasInvestments, ended) = (false, false);
        foreach (var token in OfxTokens.Of(source.Text))
        {
            cancel.ThrowIfCancellationRequested();
            switch (token.Name)
            {
                case "STMTRS" or "CCSTMTRS" or "INVSTMTRS":
                    Close();
                    open = token.IsEnd ? null : new OfxStatement(source, token, format);
                    break;
                case "STMTTRNRS" or "CCSTMTTRNRS" or "INVSTMTTRNRS":
                    Close();
                    break;
                case "OFX":
                    ended |= token.IsEnd;
                    break;
                case "STMTTRN" when open is null && !token.IsEnd:
                    // A movement outside any statement: it must not be lost.
                    open = new OfxStatement(source, token, format);
                    open.Take(token);
                    break;
                default:
                    open?.Take(token);
                    break;
            }
        }

        Close();
        if (statements.Count == 0 && hasInvestments)
        {
            throw new UnreadableFileException("This is a statement of investments; it holds no movements of a bank account.", source.At(0));
        }

        if (!ended && statements.Count > 0)
        {
            statements[^1].Find(BankFindingKind.Incomplete, "The file ends before </OFX>.", source.At(source.Text.Length));
        }

        return statements;

        void Close()
        {
            if (open?.End() is { } statement)
            {
                var isInvestment = open.IsInvestment;
                hasInvestments |= isInvestment;
                if (!isInvestment || statement.RawEntries > 0)
                {
                    statements.Add(statement);
                }
            }

            open = null;
        }
    }

    [GeneratedRegex("""(?:\bVERSION:\s*|<VERSION>\s*|<\?OFX[^>]*\sVERSION\s*=\s*")(?<version>\d{3})""", RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
