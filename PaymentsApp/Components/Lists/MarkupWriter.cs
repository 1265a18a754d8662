using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

#pragma warning disable BL0006 // what the framework's own HTML renderer reads; a change of it fails every test of a list
namespace PaymentsApp.Components.Lists;

/// <summary>
/// Turns a template into HTML. An open list keeps every cell for as long as it is shown: as one text it takes a tenth of
/// what a component takes with its two render trees. Texts and attributes are encoded; a template that is to be written
/// has plain elements only, neither components nor event handlers.
/// </summary>
internal sealed class MarkupWriter : IDisposable
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly RenderTreeBuilder _tree = new();
    private readonly StringBuilder _html = new();
    private readonly HashSet<string> _written = [];

    public void Dispose() => _tree.Dispose();

    /// <summary>The template's HTML between two texts that are HTML already. The same again is the same text in memory.</summary>
    public CellMarkup Write(string before, RenderFragment template, string after)
    {
        _tree.Clear();
        template(_tree);
        var frames = _tree.GetFrames();
        _html.Clear().Append(before);
        Write(frames.Array.AsSpan(0, frames.Count));
        var html = _html.Append(after).ToString();
        return new CellMarkup(_written.Add(html) || !_written.TryGetValue(html, out var same) ? html : same);
    }

    public static string Encode(string text) => Encoder.Encode(text);

    private void Write(ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var at = 0; at < frames.Length;)
        {
            var frame = frames[at];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Text:
                    _html.Append(Encode(frame.TextContent));
                    at++;
                    break;
                case RenderTreeFrameType.Markup:
                    _html.Append(frame.MarkupContent);
                    at++;
                    break;
                case RenderTreeFrameType.Region:
                    Write(frames.Slice(at + 1, frame.RegionSubtreeLength - 1));
                    at += frame.RegionSubtreeLength;
                    break;
                case RenderTreeFrameType.Element:
                    WriteElement(frame.ElementName, frames.Slice(at + 1, frame.ElementSubtreeLength - 1));
                    at += frame.ElementSubtreeLength;
                    break;
                default:
                    throw new InvalidOperationException($"A cell is plain markup: {frame.FrameType} has no place in it.");
            }
        }
    }

    private void WriteElement(string name, ReadOnlySpan<RenderTreeFrame> inside)
    {
        _html.Append('<').Append(name);
        var attributes = 0;
        for (; attributes < inside.Length && inside[attributes].FrameType == RenderTreeFrameType.Attribute; attributes++)
        {
            var attribute = inside[attributes];
            _html.Append(' ').Append(attribute.AttributeName);
            _ = attribute.AttributeValue switch
            {
                string text => _html.Append("=\"").Append(Encode(text)).Append('"'),
                true => _html,
                _ => throw new InvalidOperationException($"A cell is plain markup: {attribute.AttributeName} has no place in it."),
            };
        }

        _html.Append('>');
        if (!IsVoid(name))
        {
            Write(inside[attributes..]);
            _html.Append("</").Append(name).Append('>');
        }
    }

    // The elements that lists use and that have no end tag.
    private static bool IsVoid(string name) => name is "br" or "img" or "input" or "wbr";
}
