using PaymentsApp.Documents;

namespace PaymentsApp.Payments.Receipts;

/// <summary>The company as its documents show it.</summary>
/// <param name="Letterhead">Name, address, ways to reach it, logo.</param>
/// <param name="Paper">Of its settings; null for none.</param>
/// <param name="HowToPay">For every statement; null for nothing.</param>
public sealed record CompanyHead(PdfLetterhead Letterhead, PdfPaper? Paper, string? HowToPay)
{
    public string Name => Letterhead.Company;
}
