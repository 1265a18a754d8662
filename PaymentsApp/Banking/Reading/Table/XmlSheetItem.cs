using System.Text;
using System.Xml;

namespace PaymentsApp.Banking.Reading.Table;

/// <summary>An element of a workbook with its attributes; text keeps its blanks.</summary>
internal sealed class XmlSheetItem(string name)
{
    private readonly StringBuilder _text = new(0);
    private Dictionary<string, string>? _attributes;

    public string Name { get; } = name;

    public string Text => _text.ToString();

    public List<XmlSheetItem> Children { get; } = [];

    public string? Attribute(string attribute) => _attributes?.GetValueOrDefault(attribute);

    public XmlSheetItem? Child(string child) => Children.Find(item => item.Name == child);

    public IEnumerable<XmlSheetItem> All(string child) => Children.Where(item => item.Name == child);

    public static XmlSheetItem Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var reader = XmlReader.Create(stream, SafeXml.Settings);
        return Read(reader);
    }

    public static XmlSheetItem Read(XmlReader reader)
    {
        var root = new XmlSheetItem("");
        var open = new Stack<XmlSheetItem>([root]);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > SafeXml.DepthMax)
                    {
                        throw new UnreadableFileException($"The elements of the workbook are nested more than {SafeXml.DepthMax} deep.");
                    }

                    var isEmpty = reader.IsEmptyElement;
                    var item = new XmlSheetItem(reader.LocalName);
                    while (reader.MoveToNextAttribute())
                    {
                        (item._attributes ??= [])[reader.LocalName] = reader.Value;
                    }

                    open.Peek().Children.Add(item);
                    if (!isEmpty)
                    {
                        open.Push(item);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek()._text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
            }
        }

        return root.Children.Count > 0 ? root.Children[0] : root;
    }
}
