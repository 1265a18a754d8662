using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Receipts;

/// <summary>Reads what the company's documents begin with.</summary>
internal static class CompanyHeads
{
    // The logo of the last document, unpacked: it is nearly always that of the next one.
    private static volatile KeptLogo? _last;

    public static async Task<CompanyHead> ReadAsync(AppDbContext db, CancellationToken cancel)
    {
        var name = await db.CompanySettings.Select(settings => settings.CompanyName).SingleAsync(cancel);
        var details = await db.CompanyDetails.AsNoTracking().SingleOrDefaultAsync(cancel);
        return new CompanyHead(
            new PdfLetterhead(
                name,
                details?.Address?.Split('\n') ?? [],
                [.. new[] { details?.Email, details?.Phone, details?.Web, details?.TaxNumber }.OfType<string>()],
                await LogoAsync(db, cancel)),
            details?.Paper switch { PaperSize.A4 => PdfPaper.A4, PaperSize.Letter => PdfPaper.Letter, _ => null },
            details?.HowToPay);
    }

    private static async Task<PdfImage?> LogoAsync(AppDbContext db, CancellationToken cancel)
    {
        if (await db.CompanyLogos.Select(logo => logo.Sha256).SingleOrDefaultAsync(cancel) is not { } sha256)
        {
            return null;
        }

        if (_last is { } last && last.Sha256 == sha256)
        {
            return last.Image;
        }

        if (await db.CompanyLogos.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } found)
        {
            return null;
        }

        var image = PdfImage.Read(found.Bytes);
        _last = new KeptLogo(found.Sha256, image);
        return image;
    }

    private sealed record KeptLogo(string Sha256, PdfImage Image);
}
