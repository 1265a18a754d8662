using System.Security.Cryptography;
using System.Text;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>Makes the payments that a column with settlement dates stands for.</summary>
public static class Settlements
{
    // The same for every import: a memo with the file's name would make a second import a different payment.
    private const string Memo = "Settled according to an imported invoice file";

    /// <summary>
    /// A payment of what is open on the invoice. Its id comes from the invoice's number, so that however often the
    /// line is imported there is one payment.
    /// </summary>
    public static RegisterPayment PaymentFor(AddedLine line, int paymentTypeId) => new(
        IdOf(line.Source.Number),
        line.OrganizationId,
        line.Outstanding,
        Money.Zero(line.Outstanding.Currency),
        line.Source.SettledOn ?? throw new ArgumentException("The line has no settlement date.", nameof(line)),
        paymentTypeId,
        Reference: null,
        CheckDatedOn: null,
        Memo,
        [new InvoiceShare(line.InvoiceId, line.Outstanding)])
    {
        IsHistory = true,
    };

    /// <summary>A version 8 (made by rule) Guid over the number, RFC 9562 section 5.8.</summary>
    public static Guid IdOf(string invoiceNumber)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("settlement of invoice " + SearchText.Key(invoiceNumber))).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
