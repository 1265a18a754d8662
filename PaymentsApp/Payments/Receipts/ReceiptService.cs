using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Details;

namespace PaymentsApp.Payments.Receipts;

/// <summary>The receipt of a payment: what arrived and where it went, as it stands now.</summary>
public sealed class ReceiptService(
    IDbContextFactory<AppDbContext> contexts, PaymentDetailQueries payments, PdfDocuments documents, CompanyClock clock)
{
    // A payment of 10,000 invoices is a receipt of 200 pages.
    private const int AllocationsMax = 20_000;

    /// <summary>The receipt as far as this person may see the payment; null when there is none or it is not theirs to see whole.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="culture">Of the reader: on what paper, where the company has not said it.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="Security.AccessDeniedException">The person sees no accounts.</exception>
    public async Task<ReceiptFile?> CreateAsync(Guid paymentId, CultureInfo culture, CancellationToken cancel)
    {
        if (await payments.FindAsync(paymentId, AllocationsMax, cancel) is not { IsWhole: true } payment)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var company = await CompanyHeads.ReadAsync(db, cancel);
        var number = PaymentNumber.Format(payment.Number);
        var document = documents.New($"Receipt {number}", culture, company.Paper);
        document.RunningHead($"{company.Name} · {payment.Payer}", $"Receipt {number}");
        new ReceiptPage(document, payment).Write(company.Letterhead);
        var made = DocumentText.Of(clock.LocalOf(clock.Now));
        return new ReceiptFile($"receipt {number}.pdf", document.ToBytes($"{company.Name} · Receipt {number} · as of {made}", clock.Now));
    }
}
