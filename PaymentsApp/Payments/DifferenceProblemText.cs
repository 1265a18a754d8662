using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>The sentences of differences and approvals; part of <see cref="PaymentProblemText"/>.</summary>
internal static class DifferenceProblemText
{
    /// <summary>Null when the problem is of another part.</summary>
    public static string? Find(PaymentProblem problem, CultureInfo culture)
    {
        return problem switch
        {
            PaymentProblem.AdjustmentTwice twice => $"Invoice {twice.InvoiceNumber}: the same difference is in the list twice.",
            PaymentProblem.AdjustmentNotPositive amount => $"Invoice {amount.InvoiceNumber}: enter a difference above zero.",
            PaymentProblem.ReasonCodeMissing reason => $"Invoice {reason.InvoiceNumber}: choose the reason of the difference.",
            PaymentProblem.AdjustedMoreThanOpen more =>
                $"Invoice {more.InvoiceNumber}: {Amount(more.Open)} is open besides the payment, and the differences are {Amount(more.Wanted)}.",
            PaymentProblem.CreditNoteTooSmall note =>
                $"Credit note {note.CreditNoteNumber} has {Amount(note.Unapplied)} left; you wanted to net {Amount(note.Wanted)}.",
            PaymentProblem.CreditMoreThanOpen more =>
                $"Invoice {more.InvoiceNumber}: {Amount(more.Open)} is open, and together with the credit {Amount(more.Wanted)} would be applied.",
            PaymentProblem.PaymentCreditTooSmall credit =>
                $"Payment {PaymentNumber.Format(credit.Number)} has {Amount(credit.Unapplied)} unapplied; you wanted to use {Amount(credit.Wanted)}.",
            PaymentProblem.CreditUsedBefore before =>
                $"Invoice {before.InvoiceNumber}: this credit was applied a moment ago. Open the window again to see what is left.",
            PaymentProblem.AlreadyTakenBack => "A colleague took this back meanwhile.",
            PaymentProblem.AdjustedBeforeIssued before =>
                $"Invoice {before.InvoiceNumber} was issued on {before.IssuedOn.ToString("d", culture)}; a difference cannot be dated before that.",
            PaymentProblem.DisputeIsClosed => "A colleague closed this dispute meanwhile.",
            PaymentProblem.MessageMissing => "Write a message first.",
            PaymentProblem.OwnRequest => "You asked for this yourself: another person has to approve it.",
            PaymentProblem.NotOwnRequest => "Only the person who asked for this can withdraw it.",
            PaymentProblem.AlreadyDecided => "A colleague decided on this meanwhile.",
            _ => null,
        };

        string Amount(Money money) => MoneyText.WithCode(money, culture);
    }
}
