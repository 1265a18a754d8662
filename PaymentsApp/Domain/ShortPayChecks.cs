namespace PaymentsApp.Domain;

/// <summary>The rules of short pays, over facts that the service has loaded in the same transaction.</summary>
public static class ShortPayChecks
{
    /// <summary>What is wrong between the short pays of a payment and the invoices as they are now.</summary>
    /// <param name="command">With everything else that it settles.</param>
    /// <param name="invoices">The invoices that this person may pay, by id.</param>
    public static IEnumerable<PaymentProblem> Check(RegisterPayment command, IReadOnlyDictionary<int, Invoice> invoices)
    {
        var seen = new HashSet<int>();
        foreach (var shortPay in command.ShortPays)
        {
            if (!invoices.TryGetValue(shortPay.InvoiceId, out var invoice))
            {
                yield return new PaymentProblem.NotFound("Invoice");
                continue;
            }

            if (!seen.Add(invoice.Id))
            {
                yield return new PaymentProblem.InvoiceTwice(invoice.Number);
                continue;
            }

            if (!ReasonCodes.OfShortPay.Any(reason => reason.Code == shortPay.ReasonCode))
            {
                yield return new PaymentProblem.ReasonCodeMissing(invoice.Number);
            }

            foreach (var problem in PaymentChecks.CheckText("Note", shortPay.Note, AdjustmentChecks.NoteLength))
            {
                yield return problem;
            }

            if (CheckAmount(shortPay, command, invoice) is { } amountProblem)
            {
                yield return amountProblem;
            }
        }
    }

    private static PaymentProblem? CheckAmount(ShortPay shortPay, RegisterPayment command, Invoice invoice)
    {
        if (shortPay.Amount.Currency != invoice.Currency)
        {
            return new PaymentProblem.CurrencyMismatch(invoice.Number, invoice.Currency, shortPay.Amount.Currency);
        }

        var settled = command.Allocations.Where(share => share.InvoiceId == invoice.Id).Sum(share => share.Amount.Minor)
            + command.Adjustments.Where(adjustment => adjustment.InvoiceId == invoice.Id).Sum(adjustment => adjustment.Amount.Minor);
        var open = invoice.Outstanding with { Minor = Math.Max(0, invoice.OutstandingMinor - settled) };
        return shortPay.Amount.Minor <= 0 ? new PaymentProblem.AdjustmentNotPositive(invoice.Number)
            : shortPay.Amount > open ? new PaymentProblem.AdjustedMoreThanOpen(invoice.Number, shortPay.Amount, open)
            : null;
    }
}
