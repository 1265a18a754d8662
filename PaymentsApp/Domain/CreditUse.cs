using System.Security.Cryptography;

namespace PaymentsApp.Domain;

/// <summary>One use of existing credit: this much of it settles this invoice.</summary>
/// <param name="FactId">Made by the caller, of the allocation or adjustment that it becomes; the idempotency key.</param>
/// <param name="Kind">What <paramref name="CreditId"/> names.</param>
/// <param name="CreditId">The payment or the credit note.</param>
/// <param name="InvoiceId">The invoice that is settled by it.</param>
/// <param name="Amount">Positive, in the currency of both.</param>
public sealed record CreditUse(Guid FactId, CreditKind Kind, Guid CreditId, int InvoiceId, Money Amount)
{
    /// <summary>
    /// The id of a use that a window makes: a version 8 (made by rule) Guid, RFC 9562 section 5.8. The same window makes the same one, also when
    /// it comes back after a crash and is saved again.
    /// </summary>
    public static Guid FactIdOf(Guid windowId, Guid creditId, int invoiceId)
    {
        var bytes = SHA256.HashData([.. windowId.ToByteArray(), .. creditId.ToByteArray(), .. BitConverter.GetBytes(invoiceId)]).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
