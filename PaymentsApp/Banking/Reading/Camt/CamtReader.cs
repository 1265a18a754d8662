using System.Xml;

namespace PaymentsApp.Banking.Reading.Camt;

/// <summary>
/// ISO 20022 account reports, statements and notifications (camt.052, .053, .054) of every version, told by their
/// structure: prefixes, wrong namespaces and envelopes around the document do not matter.
/// </summary>
internal static class CamtReader
{
    private static readonly string[] StatementNames = ["Stmt", "Rpt", "Ntfctn"];

    public static bool Is(SourceText source)
    {
        var text = source.Text;
        return text.AsSpan().TrimStart().StartsWith("<")
            && (text.Contains("BkToCstmr", StringComparison.Ordinal)
                || text.Contains("tech:xsd:camt", StringComparison.Ordinal)
                || (text.Contains("Ntry>", StringComparison.Ordinal) && text.Contains("CdtDbtInd", StringComparison.Ordinal)));
    }

    public static IReadOnlyList<StatementBuilder> Read(SourceText source, CancellationToken cancel)
    {
        var statements = new List<StatementBuilder>();
        using var text = new StringReader(source.Text.TrimStart('\uFEFF'));
        using var reader = XmlReader.Create(text, SafeXml.Settings);
        try
        {
            var version = "camt";
            XmlItem? group = null;
            reader.Read();
            while (!reader.EOF)
            {
                cancel.ThrowIfCancellationRequested();
                if (reader.NodeType == XmlNodeType.Element)
                {
                    SafeXml.CheckDepth(reader, source);
                    version = VersionOf(reader) ?? version;
                    if (reader.LocalName == "GrpHdr")
                    {
                        group = SafeXml.ReadItem(reader, source);
                        continue;
                    }

                    if (StatementNames.Contains(reader.LocalName))
                    {
                        statements.Add(ReadStatement(reader, source, version, group, cancel));
                        continue;
                    }
                }

                reader.Read();
            }
        }
        catch (XmlException e)
        {
            throw new UnreadableFileException($"This is not well-formed XML: {e.Message}", source.At(source.IndexOf(e.LineNumber, e.LinePosition)));
        }

        return statements;
    }

    // "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"; when it says nothing, the element's name still says which message it is.
    private static string? VersionOf(XmlReader reader)
    {
        var space = reader.NamespaceURI;
        var at = space.LastIndexOf("camt.05", StringComparison.Ordinal);
        var named = at >= 0 ? space[at..] : null;
        var byName = reader.LocalName switch
        {
            var name when name.StartsWith("BkToCstmrStmt", StringComparison.Ordinal) => "camt.053",
            var name when name.StartsWith("BkToCstmrAcctRpt", StringComparison.Ordinal) => "camt.052",
            var name when name.StartsWith("BkToCstmrDbtCdtNtfctn", StringComparison.Ordinal) => "camt.054",
            _ => null,
        };
        return byName is not null && named?.StartsWith(byName, StringComparison.Ordinal) != true ? byName : named;
    }

    private static StatementBuilder ReadStatement(XmlReader reader, SourceText source, string version, XmlItem? group, CancellationToken cancel)
    {
        var kind = reader.LocalName;
        var start = SafeXml.IndexOf(reader, source);
        var statement = new StatementBuilder(version, source, source.At(start)) { MustAddUp = kind != "Ntfctn" };
        var header = new XmlItem(kind, start);
        var entries = new CamtEntries(statement);
        if (reader.IsEmptyElement)
        {
            reader.Read();
        }
        else
        {
            var depth = reader.Depth;
            reader.Read();
            while (reader.Depth > depth)
            {
                cancel.ThrowIfCancellationRequested();
                if (reader.NodeType != XmlNodeType.Element)
                {
                    reader.Read();
                    continue;
                }

                var item = SafeXml.ReadItem(reader, source);
                if (item.Name == "Ntry")
                {
                    if (entries.AccountCurrency is null)
                    {
                        entries.AccountCurrency = header.Value("Acct/Ccy") ?? header.Find("Bal/Amt")?.Currency;
                    }

                    entries.Add(item);
                }
                else
                {
                    header.Add(item);
                }
            }

            reader.Read();
        }

        CamtHeader.Apply(header, group, statement);
        entries.CheckSummary(header.Child("TxsSummry"));
        return statement;
    }
}
