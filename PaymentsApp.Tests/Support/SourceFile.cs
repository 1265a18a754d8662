using System.Text.RegularExpressions;

namespace PaymentsApp.Tests.Support;

/// <summary>A source file of the solution, as the architecture tests read it.</summary>
internal sealed partial class SourceFile
{
    private SourceFile(string path)
    {
        RelativePath = path;
        Text = File.ReadAllText(Path.Combine(Repository.Folder, path)).ReplaceLineEndings("\n");
        Code = Comments().Replace(Text, match => new string('\n', match.Value.Count(c => c == '\n')));
        Lines = Text.TrimEnd('\n').Split('\n');
    }

    /// <summary>From the solution's folder, with slashes: PaymentsApp/Domain/Money.cs.</summary>
    public string RelativePath { get; }

    public string Text { get; }

    /// <summary>The text without comments; lines keep their numbers.</summary>
    public string Code { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>Domain for PaymentsApp/Domain/Money.cs; empty for a file in the project's own folder.</summary>
    public string Feature => RelativePath.Split('/') is [_, var feature, _, ..] ? feature : "";

    public bool IsRazor => RelativePath.EndsWith(".razor", StringComparison.Ordinal);

    public bool IsCodeBehind => RelativePath.EndsWith(".razor.cs", StringComparison.Ordinal);

    /// <summary>Money for Money.cs, MoneyInput for MoneyInput.razor.cs.</summary>
    public string Name => Path.GetFileName(RelativePath).Split('.')[0];

    /// <summary>The files that people write: without build output and the migrations that a tool writes.</summary>
    public static IReadOnlyList<SourceFile> Of(string project) => Directory
        .EnumerateFiles(Path.Combine(Repository.Folder, project), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Folder, path).Replace('\\', '/'))
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
        .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "Migrations"))
        .Order(StringComparer.Ordinal)
        .Select(path => new SourceFile(path))
        .ToList();

    public int LineOf(int position) => Code.AsSpan(0, position).Count('\n') + 1;

    /// <summary>Names of the types that are declared at the left margin, each once.</summary>
    public IReadOnlyList<string> TopLevelTypes() =>
        TypeDeclaration().Matches(Code).Select(match => match.Groups["name"].Value).Distinct().ToList();

    /// <summary>Lines of markup: without the @code block, which stands last.</summary>
    public int MarkupLines()
    {
        var code = Lines.ToList().FindIndex(line => line.StartsWith("@code", StringComparison.Ordinal));
        return code < 0 ? Lines.Count : code;
    }

    /// <summary>
    /// Every block in braces that is not a type or a list of data, as the line of its head and its length without the
    /// lines of raw strings (a statement in SQL is text, not logic). The formatter (IDE0055) keeps braces on lines of their
    /// own, so a block ends at the first brace of the same depth.
    /// </summary>
    public IEnumerable<(int Line, int Length)> Blocks()
    {
        var isText = RawStringLines();
        for (var open = 1; open < Lines.Count; open++)
        {
            if (isText[open] || Lines[open].TrimStart() != "{")
            {
                continue;
            }

            var margin = Lines[open][..^1];
            var head = open - 1;
            while (head > 0 && Lines[head].StartsWith(margin + " ", StringComparison.Ordinal))
            {
                head--; // parameters and base types stand deeper than the head they belong to
            }

            var text = string.Join(' ', Lines.Skip(head).Take(open - head));
            if (TypeHead().IsMatch(text) || DataHead().IsMatch(text))
            {
                continue;
            }

            var close = open + 1;
            while (close < Lines.Count && (isText[close] || !Lines[close].StartsWith(margin + "}", StringComparison.Ordinal)))
            {
                close++;
            }

            yield return (head + 1, close - head + 1 - isText.Skip(head).Take(close - head).Count(text => text));
        }
    }

    private bool[] RawStringLines()
    {
        var inside = false;
        return Lines.Select(line =>
        {
            var isEdge = line.Split("\"\"\"").Length % 2 == 0;
            inside ^= isEdge;
            return inside && !isEdge;
        }).ToArray();
    }

    [GeneratedRegex("""(?m)^\s*//.*$|(?<=\s)// .*$|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@|<!--[\s\S]*?-->""")]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?m)^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+[\w<>?\[\],. ]+?)\s+(?<name>\w+)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref)\s+)*(?:class|struct|interface|enum|record)\s")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"=\s*(?:new\b[^=]*)?$")]
    private static partial Regex DataHead();
}
