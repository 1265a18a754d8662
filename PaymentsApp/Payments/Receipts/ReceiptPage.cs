using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Details;

namespace PaymentsApp.Payments.Receipts;

/// <summary>How a receipt is laid out.</summary>
internal sealed class ReceiptPage(PdfDocument document, PaymentView payment)
{
    private static readonly PdfColumn[] Columns =
    [
        new("Invoice", 3), new("Due", 2), new("Applied on", 2), new("Amount", 2.4, PdfAlign.End),
    ];

    public void Write(PdfLetterhead company)
    {
        document.Letterhead(company, $"Receipt {PaymentNumber.Format(payment.Number)}");
        document.Headline($"{Text(payment.Amount)} received", payment.IsReversed ? PdfTone.Soft : PdfTone.Ink);
        document.Paragraph($"from {payment.Payer} on {Text(payment.ReceivedOn)}", PdfTone.Soft);
        if (payment.Reversal is { } reversal)
        {
            document.Space(6);
            document.Paragraph(
                payment.Corrections.Returned is null
                    ? $"This payment was reversed on {Text(reversal.EffectiveOn)}. It settles nothing any more."
                    : $"The bank took this payment back on {Text(reversal.EffectiveOn)}. It settles nothing any more.",
                PdfTone.Danger,
                isBold: true);
        }

        if (payment.Corrections.ReplacedBy is { } by)
        {
            document.Paragraph($"It was registered again as {PaymentNumber.Format(by.Number)}.");
        }

        document.Space(14);
        document.Facts(
        [
            ("Payer", payment.Payer),
            ("Customer number", payment.CustomerNumber),
            ("Payment type", payment.Type),
            ("Reference", payment.Reference),
            ("Payment date", Text(payment.ReceivedOn)),
            ("Date on check", payment.CheckDatedOn is { } dated ? Text(dated) : null),
            ("Bank fee carried by us", payment.BankFee.IsZero ? null : Text(payment.BankFee)),
            ("Takes the place of", payment.Corrections.Replaces is { } replaced ? PaymentNumber.Format(replaced.Number) : null),
        ]);
        WriteAllocations();
        WriteRefunds();
    }

    private void WriteAllocations()
    {
        var standing = payment.Allocations.Where(allocation => allocation.Reversal is null)
            .OrderBy(allocation => allocation.DueOn).ThenBy(allocation => allocation.InvoiceNumber, StringComparer.Ordinal).ToList();
        document.Heading("Applied to");
        if (standing.Count == 0)
        {
            document.Paragraph("No invoice.");
        }
        else
        {
            var clients = standing.GroupBy(allocation => allocation.Client)
                .OrderByDescending(client => client.Key.OrganizationId == payment.PayerId).ThenBy(client => client.Key.Name, StringComparer.Create(DocumentText.Culture, ignoreCase: true)).ToList();
            foreach (var client in clients)
            {
                var isOnlyOne = clients.Count == 1;
                if (!isOnlyOne || client.Key.OrganizationId != payment.PayerId)
                {
                    document.Space(4);
                    document.Paragraph(client.Key.Name, isBold: true);
                }

                var sum = client.Aggregate(Money.Zero(payment.Amount.Currency), (sum, allocation) => sum + allocation.Amount);
                document.Table(
                    Columns,
                    client.Select(allocation => (IReadOnlyList<string>)
                        [allocation.InvoiceNumber, Text(allocation.DueOn), Text(allocation.AppliedOn), Text(allocation.Amount)]),
                    [[isOnlyOne ? "Applied" : "For this client", string.Empty, string.Empty, Text(sum)]]);
            }

            if (clients.Count > 1)
            {
                document.Paragraph($"Applied in all: {Text(payment.Applied)}", isBold: true);
            }
        }

        if (payment.Unapplied.IsPositive)
        {
            document.Space(4);
            document.Paragraph($"{Text(payment.Unapplied)} is on no invoice and stays as credit of {payment.Payer}.");
        }
    }

    private void WriteRefunds()
    {
        var paid = payment.Corrections.Refunds.Where(refund => refund is { IsWaiting: false, IsReversed: false }).ToList();
        if (paid.Count > 0)
        {
            document.Heading("Refunded");
            document.Table(
                [new("Date", 2), new("Amount", 2, PdfAlign.End)],
                paid.Select(refund => (IReadOnlyList<string>)[Text(refund.RefundedOn), Text(refund.Amount)]),
                []);
        }
    }

    private static string Text(Money money) => MoneyText.WithCode(money, DocumentText.Culture);

    private static string Text(DateOnly date) => DocumentText.Of(date);
}
