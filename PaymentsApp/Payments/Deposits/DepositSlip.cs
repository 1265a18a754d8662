using PaymentsApp.Documents;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Deposits;

/// <summary>How a deposit slip is laid out.</summary>
internal sealed class DepositSlip(PdfDocument document, DepositView deposit, IReadOnlyList<DepositPayment> payments)
{
    private static readonly PdfColumn[] Columns =
    [
        new("Payment", 2), new("Payer", 4), new("Type", 1.6), new("Number", 2.2), new("Amount", 2.4, PdfAlign.End),
    ];

    public void Write(PdfLetterhead company)
    {
        document.Letterhead(company, "Deposit slip");
        document.Headline(Text(deposit.Total));
        document.Paragraph($"to {deposit.Account} on {DocumentText.Of(deposit.DepositedOn)}", PdfTone.Soft);
        document.Space(14);
        document.Facts(
        [
            ("Payments", deposit.Count.ToString("N0", DocumentText.Culture)),
            ("State", deposit.IsClosed ? "Closed" : "Open: payments can still be added"),
            ("Made by", deposit.MadeBy),
        ]);
        foreach (var kind in payments.Where(payment => !payment.IsReversed).GroupBy(payment => payment.Type))
        {
            document.Heading(kind.Key);
            var sum = kind.Aggregate(Money.Zero(deposit.Total.Currency), (sum, payment) => sum + payment.Amount);
            document.Table(
                Columns,
                kind.Select(payment => (IReadOnlyList<string>)
                    [PaymentNumber.Format(payment.Number), payment.Payer, payment.Type, payment.Reference ?? string.Empty, Text(payment.Amount)]),
                [["Total", string.Empty, string.Empty, string.Empty, Text(sum)]]);
        }

        if (payments.Any(payment => payment.IsReversed))
        {
            document.Space(6);
            document.Paragraph($"Reversed since: {string.Join(", ", payments.Where(payment => payment.IsReversed).Select(payment => PaymentNumber.Format(payment.Number)))}", PdfTone.Soft);
        }
    }

    private static string Text(Money money) => MoneyText.WithCode(money, DocumentText.Culture);
}
