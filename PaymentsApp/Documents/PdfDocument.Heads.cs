namespace PaymentsApp.Documents;

/// <summary>What stands at the top of pages.</summary>
public sealed partial class PdfDocument
{
    private const double KindSize = 15;
    private const double LogoWidth = 180;
    private const double LogoHeight = 48;
    private const double HeadLineHeight = 11;

    /// <summary>The top of the first page: who writes at the left, what it is at the right, a line below.</summary>
    public void Letterhead(string company, string kind) => Letterhead(PdfLetterhead.Of(company), kind);

    /// <summary>The same with logo, address and ways to reach the company.</summary>
    public void Letterhead(PdfLetterhead head, string kind)
    {
        var top = _y;
        Page.TextBefore(PdfText.Printable(kind), _paper.Width - Margin, top + KindSize, KindSize, isBold: false, PdfTone.Soft);
        var right = top + KindSize + 4;
        foreach (var line in head.Contact.SelectMany(text => PdfText.Wrap(text, _regular, SmallSize, Width * 0.38)))
        {
            right += HeadLineHeight;
            Page.TextBefore(line, _paper.Width - Margin, right, SmallSize, tone: PdfTone.Soft);
        }

        if (head.Logo is { } logo)
        {
            // As large as its place, and never larger than it is: 72 pixels an inch.
            var scale = Math.Min(1, Math.Min(LogoWidth / logo.Width, LogoHeight / logo.Height));
            Page.Image(ImageId(logo), Margin, _y, logo.Width * scale, logo.Height * scale);
            _y += (logo.Height * scale) + 3;
        }

        foreach (var line in PdfText.Wrap(head.Company, _bold, 13, Width * 0.58))
        {
            _y += 15;
            Page.Text(line, Margin, _y, 13, isBold: true);
        }

        _y += 2;
        foreach (var line in head.Address.SelectMany(text => PdfText.Wrap(text, _regular, SmallSize, Width * 0.58)))
        {
            _y += HeadLineHeight;
            Page.Text(line, Margin, _y, SmallSize, tone: PdfTone.Soft);
        }

        _y = Math.Max(_y, right) + 8;
        Page.Line(Margin, _y, Width, 1.5, PdfTone.Accent);
        _y += 15;
    }

    /// <summary>What stands small at the top of each further page of this part.</summary>
    public void RunningHead(string left, string right) => _runningHead = (left, right);

    private void WriteRunningHead(string left, string right)
    {
        _y += SmallSize;
        Page.Text(PdfText.Wrap(left, _regular, SmallSize, Width * 0.6)[0], Margin, _y, SmallSize, tone: PdfTone.Soft);
        Page.TextBefore(PdfText.Wrap(right, _regular, SmallSize, Width * 0.38)[0], _paper.Width - Margin, _y, SmallSize, tone: PdfTone.Soft);
        _y += 6;
        Page.Line(Margin, _y, Width, 0.5);
        _y += 12;
    }
}
