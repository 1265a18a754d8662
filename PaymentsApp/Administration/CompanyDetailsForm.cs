using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>What the company's documents say of it, as typed; empty for what is not given.</summary>
/// <param name="Paper">Null for what is usual where the reader is.</param>
public sealed record CompanyDetailsForm(string Address, string Email, string Phone, string TaxNumber, string Web, string HowToPay, PaperSize? Paper);
