using System.Diagnostics;
using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>Says a problem in a sentence that tells what to do next.</summary>
public static partial class PaymentProblemText
{
    /// <param name="problem">Why a payment was refused.</param>
    /// <param name="clock">Shows instants on the company's clock.</param>
    /// <param name="culture">Figures and dates as this person writes them.</param>
    public static string Of(PaymentProblem problem, CompanyClock clock, CultureInfo culture)
    {
        return problem switch
        {
            PaymentProblem.NotAllowed => "You do not have the right to do this. Ask an administrator.",
            PaymentProblem.NotFound notFound => $"{notFound.What} not found.",
            PaymentProblem.RegisteredWithOtherFigures other =>
                $"This window was already saved as {PaymentNumber.Format(other.Number)}: {Amount(other.Registered)} received on {Date(other.ReceivedOn)}. "
                + $"It now says {Amount(other.Wanted)} or differs elsewhere, so nothing was saved again. Open a new window for another payment.",
            PaymentProblem.AmountNotPositive => "Enter an amount above zero.",
            PaymentProblem.AmountTooLarge => "The amount is larger than a payment can be.",
            PaymentProblem.BankFeeNegative => "A bank fee cannot be negative.",
            PaymentProblem.ReceivedInFuture future => $"{Date(future.ReceivedOn)} is in the future; today is {Date(future.Today)}.",
            PaymentProblem.ReceivedTooLongAgo old => $"{Date(old.ReceivedOn)} is more than ten years ago. Check the year.",
            PaymentProblem.PaymentTypeMissing => "Choose a payment type.",
            PaymentProblem.TextTooLong text => $"{text.Field} is longer than {text.LongestLength} characters.",
            PaymentProblem.CardNumberInText card =>
                $"{card.Field} seems to hold a card number. Card numbers must not be stored; keep the last four digits at most.",
            PaymentProblem.ReasonMissing => "Enter a reason.",
            PaymentProblem.CurrencyMismatch mixed =>
                $"Invoice {mixed.InvoiceNumber} is in {mixed.InvoiceCurrency}, the payment in {mixed.PaymentCurrency}.",
            PaymentProblem.InvoiceOfAnotherOrganization foreign => $"Invoice {foreign.InvoiceNumber} belongs to another organization, for which this payer does not pay.",
            PaymentProblem.InvoiceTwice twice => $"Invoice {twice.InvoiceNumber} is in the list twice.",
            PaymentProblem.ApplyNotPositive apply => $"Enter an amount above zero for invoice {apply.InvoiceNumber}.",
            PaymentProblem.MoreThanOutstanding more => MoreThanOutstanding(more),
            PaymentProblem.AppliedMoreThanReceived over =>
                $"{Amount(over.Applied)} is applied, but only {Amount(over.Applicable)} can be. Lower what is applied or correct the amount.",
            PaymentProblem.PaymentIsReversed reversed => $"Payment {PaymentNumber.Format(reversed.Number)} is reversed.",
            PaymentProblem.AlreadyUnapplied => "A colleague unapplied this meanwhile.",
            PaymentProblem.ReversedBeforeReceived before => $"The payment was received on {Date(before.ReceivedOn)}; it cannot be reversed before that.",
            _ => OfCorrection(problem, culture) ?? DifferenceProblemText.Find(problem, culture) ?? FollowUpProblemText.Find(problem, clock, culture)
                ?? throw new UnreachableException(problem.GetType().Name),
        };

        string Amount(Money money) => MoneyText.WithCode(money, culture);

        string Date(DateOnly date) => date.ToString("d", culture);

        string MoreThanOutstanding(PaymentProblem.MoreThanOutstanding more)
        {
            var open = more.Outstanding.IsZero ? "it is paid" : $"{Amount(more.Outstanding)} is open now";
            return more.Latest is { } latest
                ? $"Invoice {more.InvoiceNumber}: {latest.ByName} applied {Amount(latest.Amount)} ({PaymentNumber.Format(latest.PaymentNumber)}) "
                    + $"on {clock.LocalOf(latest.At).ToString("g", culture)}; {open}. You wanted to apply {Amount(more.Wanted)}."
                : $"Invoice {more.InvoiceNumber}: {open}. You wanted to apply {Amount(more.Wanted)}.";
        }
    }
}
