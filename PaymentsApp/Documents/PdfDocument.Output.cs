using System.Globalization;

namespace PaymentsApp.Documents;

/// <summary>
/// How it becomes a file. A document of many parts, each with page numbers of its own, writes each part when it is finished: only the places of its
/// objects stay in memory.
/// </summary>
public sealed partial class PdfDocument
{
    private readonly Stream _target;
    private readonly PdfFile _file;
    private readonly List<int> _kids = [];
    private readonly Dictionary<PdfImage, int> _images = [];
    private readonly int _catalog;
    private readonly int _tree;
    private readonly int _regularId;
    private readonly int _boldId;

    /// <summary>Ends a part and writes it; what comes next begins on a new page, with page 1.</summary>
    /// <param name="footer">At the left of the bottom of each page; the number of the page stands at the right.</param>
    public void FinishPart(string footer)
    {
        WritePages(footer);
        _pages.Clear();
        _runningHead = null;
        NewPage();
    }

    /// <summary>Ends the file after its last part.</summary>
    /// <param name="createdAt">UTC; stands in the file's properties.</param>
    /// <param name="language">Of the texts, such as "en".</param>
    public void Finish(DateTime createdAt, string language = "en")
    {
        _regular.Write(_file, _regularId);
        _bold.Write(_file, _boldId);
        _file.Add(_tree, $"<< /Type /Pages /Count {_kids.Count} /Kids [{string.Join(' ', _kids.Select(id => $"{id} 0 R"))}] >>");
        _file.Add(_catalog, $"<< /Type /Catalog /Pages {_tree} 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var created = createdAt.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        _file.Finish(_catalog, _file.Add($"<< /Title {PdfFile.Text(_title)} /Producer (PaymentsApp) /CreationDate (D:{created}Z) >>"));
    }

    /// <summary>The finished file of one part, where no target was given.</summary>
    /// <param name="footer">As in <see cref="FinishPart"/>.</param>
    /// <param name="createdAt">UTC; stands in the file's properties.</param>
    /// <param name="language">Of the texts, such as "en".</param>
    public byte[] ToBytes(string footer, DateTime createdAt, string language = "en")
    {
        WritePages(footer);
        Finish(createdAt, language);
        return ((MemoryStream)_target).ToArray();
    }

    private void WritePages(string footer)
    {
        foreach (var (index, page) in _pages.Index())
        {
            var y = _paper.Height - Margin;
            page.Line(Margin, y - 14, Width, 0.5);
            page.Text(PdfText.Wrap(footer, _regular, SmallSize, Width - 90)[0], Margin, y, SmallSize, tone: PdfTone.Soft);
            page.TextBefore($"Page {index + 1} of {_pages.Count}", _paper.Width - Margin, y, SmallSize, tone: PdfTone.Soft);
            var drawing = _file.AddStream(string.Empty, page.Drawing);
            var images = page.Images.Count == 0 ? string.Empty : $"/XObject << {string.Join(' ', page.Images.Select(image => $"/{image.Key} {image.Value} 0 R"))} >> ";
            _kids.Add(_file.Add(
                $"<< /Type /Page /Parent {_tree} 0 R /MediaBox [0 0 {PdfFile.Number(_paper.Width)} {PdfFile.Number(_paper.Height)}] "
                + $"/Resources << /Font << /R {_regularId} 0 R /B {_boldId} 0 R >> {images}>> /Contents {drawing} 0 R >>"));
        }
    }

    // Written once, however many pages show it.
    private int ImageId(PdfImage image)
    {
        if (!_images.TryGetValue(image, out var id))
        {
            id = _file.AddRaw(image.Entries, image.Data);
            _images.Add(image, id);
        }

        return id;
    }
}
