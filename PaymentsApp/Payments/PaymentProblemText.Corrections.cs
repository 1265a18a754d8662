using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

// Corrections of payments, and the closed period.
public static partial class PaymentProblemText
{
    private static string? OfCorrection(PaymentProblem problem, CultureInfo culture)
    {
        return problem switch
        {
            PaymentProblem.PeriodClosed closed =>
                $"{Date(closed.Date)} lies in a closed period: nothing is dated {Date(closed.ClosedThrough)} or earlier. "
                + $"Take {Date(closed.ClosedThrough.AddDays(1))} or a later day; an old invoice can be paid all the same.",
            PaymentProblem.InClosedDeposit deposit =>
                $"Payment {PaymentNumber.Format(deposit.Number)} is in the closed deposit of {Date(deposit.DepositedOn)} to {deposit.Account}. "
                + "The deposit stays as it is; tick that you know it to go on.",
            PaymentProblem.BankLineTaken taken => taken.By is { } by ? $"{by} is working on this line right now. Go on with another one." : "This line was decided meanwhile. It is shown as it is now.",
            PaymentProblem.BankAmountDiffers differs =>
                $"Payment {PaymentNumber.Format(differs.Number)} is of {Amount(differs.Registered)}, and the bank's line of {Amount(differs.Line)}. Correct the payment on its own page; the line stays open.",
            PaymentProblem.BankPaymentTouched touched =>
                $"Payment {PaymentNumber.Format(touched.Number)} was changed after the match. It is not undone here: correct it on its own page.",
            PaymentProblem.PaymentIsRefunded refunded =>
                $"{Amount(refunded.Refunded)} of payment {PaymentNumber.Format(refunded.Number)} was paid back. Reverse the refund first.",
            PaymentProblem.AlreadyReplaced replaced =>
                $"Payment {PaymentNumber.Format(replaced.Number)} was registered again as {PaymentNumber.Format(replaced.ByNumber)} already.",
            PaymentProblem.ReplacedIsNotReversed replaced =>
                $"Payment {PaymentNumber.Format(replaced.Number)} still stands. Reverse it before it is registered again.",
            PaymentProblem.MovedToItself moved => $"It is on invoice {moved.InvoiceNumber} already. Choose another invoice.",
            PaymentProblem.MovedMoreThanApplied moved =>
                $"{Amount(moved.Applied)} is applied to invoice {moved.InvoiceNumber}; {Amount(moved.Wanted)} cannot be moved.",
            PaymentProblem.RefundMoreThanUnapplied refund =>
                $"{Amount(refund.Unapplied)} is unapplied credit, so {Amount(refund.Wanted)} cannot be paid back. Lower the amount, or unapply first.",
            PaymentProblem.RefundedBeforeReceived before => $"The payment was received on {Date(before.ReceivedOn)}; it cannot be paid back before that.",
            PaymentProblem.RefundIsReversed => "A colleague took this back meanwhile.",
            PaymentProblem.ReversedBeforeRefunded before => $"The money was paid back on {Date(before.RefundedOn)}; that cannot be taken back before.",
            PaymentProblem.CreditNoteIsApplied applied =>
                $"{Amount(applied.Applied)} of credit note {applied.Number} is on invoices. Tick that it is taken off them, or take it off one by one.",
            PaymentProblem.CreditNoteIsCancelled cancelled => $"Credit note {cancelled.Number} is cancelled already.",
            PaymentProblem.CreditNoteIsRefunded refunded =>
                $"{Amount(refunded.Refunded)} of credit note {refunded.Number} was paid back. Take the refund back first.",
            PaymentProblem.CreditNoteUsedLater used =>
                $"Credit note {used.Number} was issued or used on {Date(used.FirstOn)}; take that day or a later one.",
            _ => null,
        };

        string Amount(Money money) => MoneyText.WithCode(money, culture);

        string Date(DateOnly date) => date.ToString("d", culture);
    }
}
