using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Mail;
using PaymentsApp.Payments.Details;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Receipts;

/// <summary>Makes the receipt that goes with a mail, in the program's own name: whoever asked for it may be gone when it is sent.</summary>
internal sealed class ReceiptFileMaker(IDbContextFactory<AppDbContext> contexts, PdfDocuments documents, CompanyClock clock) : IMailFileMaker
{
    public string Name => ReceiptMail.Maker;

    public async Task<byte[]?> MakeAsync(string from, CultureInfo culture, CancellationToken cancel)
    {
        var payments = new PaymentDetailQueries(contexts, new CurrentUser(new SystemAuthentication()), clock);
        return (await new ReceiptService(contexts, payments, documents, clock).CreateAsync(Guid.Parse(from), culture, cancel))?.Bytes;
    }
}
