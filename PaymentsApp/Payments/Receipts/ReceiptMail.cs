using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Mail;
using PaymentsApp.Mail.Texts;

namespace PaymentsApp.Payments.Receipts;

/// <summary>The receipt of a new payment by mail, queued in the transaction that registers it.</summary>
internal static class ReceiptMail
{
    /// <summary>The name of <see cref="ReceiptFileMaker"/>.</summary>
    public const string Maker = "receipt";

    /// <returns>False when nobody at the payer has a mail address.</returns>
    public static async Task<bool> QueueAsync(AppDbContext db, Payment payment, DateOnly today, Recorded recorded, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        var to = await MailRecipients.OfAsync(db, payment.PayerId, "Accounts payable", cancel);
        if (to.Count == 0)
        {
            return false;
        }

        var culture = CultureInfo.CurrentCulture;
        var number = PaymentNumber.Format(payment.Number);
        var values = await MailValues.OfAsync(db, payment.PayerId, today, culture, cancel);
        values["payment"] = number;
        values["amount"] = MoneyText.WithCode(payment.Amount, culture);
        values["received"] = payment.ReceivedOn.ToString("D", culture);
        var words = MailTemplates.Fill(await MailTemplates.FindAsync(db, MailTextKinds.Receipt, cancel), values);
        await Outbox.QueueAsync(
            db,
            new NewMail(Guid.CreateVersion7(recorded.At), MailKind.Receipt, payment.PayerId, to, words, culture)
            {
                PaymentId = payment.Id,
                Files = [NewMailFile.PdfMadeBy($"receipt {number}.pdf", Maker, payment.Id.ToString())],
            },
            recorded, changes, cancel);
        return true;
    }
}
