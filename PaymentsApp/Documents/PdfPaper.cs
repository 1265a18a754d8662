using System.Globalization;

namespace PaymentsApp.Documents;

/// <summary>A size of paper, upright, in points of 1/72 inch.</summary>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
public sealed record PdfPaper(double Width, double Height)
{
    /// <summary>210 x 297 mm (ISO 216).</summary>
    public static readonly PdfPaper A4 = new(595.28, 841.89);

    /// <summary>8.5 x 11 inch (ANSI A).</summary>
    public static readonly PdfPaper Letter = new(612, 792);

    // Where offices print on Letter: CLDR, supplemental data, paperSize type="US-Letter".
    private static readonly HashSet<string> LetterRegions = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

    /// <summary>The paper that lies in the printers of a reader's country; A4 where the culture names none.</summary>
    public static PdfPaper Usual(CultureInfo culture) =>
        !culture.IsNeutralCulture && culture.Name.Length > 0 && LetterRegions.Contains(new RegionInfo(culture.Name).TwoLetterISORegionName) ? Letter : A4;
}
