namespace PaymentsApp.Domain;

/// <summary>The rules of a registration, over facts that the service has loaded in the same transaction.</summary>
public static class PaymentChecks
{
    /// <summary>Days after which a payment date is refused as a slip: ten years.</summary>
    public const int OldestDays = 3660;

    /// <summary>Days after which the window warns that the payment date is old.</summary>
    public const int OldDays = 90;

    /// <summary>What is wrong with the command by itself.</summary>
    public static IEnumerable<PaymentProblem> CheckFields(RegisterPayment command, DateOnly today)
    {
        if (command.Amount.Minor <= 0)
        {
            yield return new PaymentProblem.AmountNotPositive();
        }

        if (command.Amount.Minor > RegisterPayment.LargestAmountMinor || command.BankFee.Minor > RegisterPayment.LargestAmountMinor)
        {
            yield return new PaymentProblem.AmountTooLarge();
        }

        if (command.BankFee.Minor < 0)
        {
            yield return new PaymentProblem.BankFeeNegative();
        }

        if (command.ReceivedOn > today)
        {
            yield return new PaymentProblem.ReceivedInFuture(command.ReceivedOn, today);
        }
        else if (!command.IsHistory && command.ReceivedOn.DayNumber < today.DayNumber - OldestDays)
        {
            yield return new PaymentProblem.ReceivedTooLongAgo(command.ReceivedOn);
        }

        foreach (var problem in CheckText("Reference", command.Reference, RegisterPayment.ReferenceLength)
            .Concat(CheckText("Memo", command.Memo, RegisterPayment.MemoLength)))
        {
            yield return problem;
        }
    }

    /// <summary>Free text: not too long, and no card number in it.</summary>
    public static IEnumerable<PaymentProblem> CheckText(string field, string? text, int longestLength)
    {
        if (text is null)
        {
            yield break;
        }

        if (text.Length > longestLength)
        {
            yield return new PaymentProblem.TextTooLong(field, longestLength);
        }

        if (CardNumbers.Contains(text))
        {
            yield return new PaymentProblem.CardNumberInText(field);
        }
    }

    /// <summary>What is wrong between the command and the invoices as they are now.</summary>
    /// <param name="command">The command.</param>
    /// <param name="invoices">The invoices that this person may pay, by id, read in the transaction.</param>
    /// <param name="isPayable">Whether the payer pays for the invoice's organization: it is its own, or one that it pays for.</param>
    /// <param name="latest">The newest allocation of each invoice that is paid by more than the command knew, by invoice id.</param>
    public static IEnumerable<PaymentProblem> CheckAllocations(
        RegisterPayment command,
        IReadOnlyDictionary<int, Invoice> invoices,
        Func<Invoice, bool> isPayable,
        IReadOnlyDictionary<int, LatestAllocation> latest)
    {
        var seen = new HashSet<int>();
        foreach (var share in command.Allocations)
        {
            if (!invoices.TryGetValue(share.InvoiceId, out var invoice))
            {
                yield return new PaymentProblem.NotFound("Invoice");
                continue;
            }

            if (!seen.Add(invoice.Id))
            {
                yield return new PaymentProblem.InvoiceTwice(invoice.Number);
            }
            else if (!isPayable(invoice))
            {
                yield return new PaymentProblem.InvoiceOfAnotherOrganization(invoice.Number);
            }
            else if (CheckShare(invoice, share.Amount, command.Amount.Currency, latest.GetValueOrDefault(invoice.Id)) is { } problem)
            {
                yield return problem;
            }
        }

        if (command.Allocations.All(share => share.Amount.Currency == command.Amount.Currency)
            && command.Applied.IsPositive && command.Applied > command.Applicable)
        {
            yield return new PaymentProblem.AppliedMoreThanReceived(command.Applied, command.Applicable);
        }
    }

    /// <summary>Whether an amount can be applied to an invoice as it is now; null when it can.</summary>
    public static PaymentProblem? CheckShare(Invoice invoice, Money amount, string paymentCurrency, LatestAllocation? latest)
    {
        if (invoice.Currency != paymentCurrency || amount.Currency != paymentCurrency)
        {
            return new PaymentProblem.CurrencyMismatch(invoice.Number, invoice.Currency, paymentCurrency);
        }

        if (amount.Minor <= 0)
        {
            return new PaymentProblem.ApplyNotPositive(invoice.Number);
        }

        return amount > invoice.Outstanding
            ? new PaymentProblem.MoreThanOutstanding(invoice.Id, invoice.Number, amount, invoice.Outstanding, latest)
            : null;
    }
}
