using System.Xml;

namespace PaymentsApp.Banking.Reading;

/// <summary>XML that a stranger sent: no document type, no entities, no depth without end, nothing fetched.</summary>
internal static class SafeXml
{
    public const int DepthMax = 100;

    public static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = true,
        CloseInput = false,
    };

    /// <summary>Reads the element the reader stands on, with everything in it, and leaves the reader behind it.</summary>
    public static XmlItem ReadItem(XmlReader reader, SourceText source)
    {
        var open = new Stack<XmlItem>();
        XmlItem? root = null;
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    CheckDepth(reader, source);
                    var item = new XmlItem(reader.LocalName, IndexOf(reader, source)) { Currency = reader.GetAttribute("Ccy") };
                    root ??= item;
                    if (open.TryPeek(out var parent))
                    {
                        parent.Add(item);
                    }

                    if (!reader.IsEmptyElement)
                    {
                        open.Push(item);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop().Close();
                    break;
            }

            reader.Read();
        }
        while (open.Count > 0);

        return root!;
    }

    public static int IndexOf(XmlReader reader, SourceText source) =>
        reader is IXmlLineInfo at && at.HasLineInfo() ? source.IndexOf(at.LineNumber, at.LinePosition) : 0;

    public static void CheckDepth(XmlReader reader, SourceText source)
    {
        if (reader.Depth > DepthMax)
        {
            throw new UnreadableFileException($"The elements are nested more than {DepthMax} deep.", source.At(IndexOf(reader, source)));
        }
    }
}
