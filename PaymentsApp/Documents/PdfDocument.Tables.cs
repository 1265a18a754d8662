namespace PaymentsApp.Documents;

/// <summary>Tables that go on over pages.</summary>
public sealed partial class PdfDocument
{
    /// <summary>A table; its titles stand on each page that it reaches.</summary>
    /// <param name="columns">At least one.</param>
    /// <param name="rows">As many cells each as there are columns.</param>
    /// <param name="sums">Rows in bold at the end, such as totals.</param>
    public void Table(IReadOnlyList<PdfColumn> columns, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<IReadOnlyList<string>> sums)
    {
        var shares = columns.Sum(column => column.Share);
        double x = Margin;
        var places = new List<(double X, double Width, PdfAlign Align)>();
        foreach (var column in columns)
        {
            places.Add((x, Width * column.Share / shares, column.Align));
            x += Width * column.Share / shares;
        }

        Need(3 * LineHeight);
        TitleRow(columns, places);
        foreach (var row in rows)
        {
            Row(columns, places, row, isSum: false);
        }

        foreach (var sum in sums)
        {
            Row(columns, places, sum, isSum: true);
        }

        _y += 6;
    }

    private void TitleRow(IReadOnlyList<PdfColumn> columns, List<(double X, double Width, PdfAlign Align)> places)
    {
        var cells = columns.Select((column, index) => PdfText.Wrap(column.Title, _bold, SmallSize, places[index].Width - (2 * CellPadding))).ToList();
        var height = (cells.Max(lines => lines.Count) * LineHeight) + 5;
        Page.Area(Margin, _y, Width, height, PdfTone.Shade);
        Cells(places, cells, SmallSize, isBold: true, PdfTone.Soft);
        _y += height;
    }

    private void Row(IReadOnlyList<PdfColumn> columns, List<(double X, double Width, PdfAlign Align)> places, IReadOnlyList<string> row, bool isSum)
    {
        var cells = row.Select((cell, index) => PdfText.Wrap(cell, isSum ? _bold : _regular, TextSize, places[index].Width - (2 * CellPadding))).ToList();
        var height = (cells.Max(lines => lines.Count) * LineHeight) + 5;
        if (_y + height > Bottom)
        {
            NewPage();
            TitleRow(columns, places);
        }

        if (isSum)
        {
            Page.Line(Margin, _y, Width, 1, PdfTone.Soft);
        }

        Cells(places, cells, TextSize, isSum, PdfTone.Ink);
        _y += height;
        Page.Line(Margin, _y, Width, 0.5);
    }

    private void Cells(List<(double X, double Width, PdfAlign Align)> places, List<IReadOnlyList<string>> cells, double size, bool isBold, PdfTone tone)
    {
        foreach (var (place, lines) in places.Zip(cells))
        {
            foreach (var (index, line) in lines.Index())
            {
                var y = _y + (LineHeight * (index + 1)) - 0.5;
                if (place.Align == PdfAlign.End)
                {
                    Page.TextBefore(line, place.X + place.Width - CellPadding, y, size, isBold, tone);
                }
                else
                {
                    Page.Text(line, place.X + CellPadding, y, size, isBold, tone);
                }
            }
        }
    }
}
