using System.Globalization;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>Says what is wrong with a promise, a note or a plan.</summary>
internal static class FollowUpProblemText
{
    /// <summary>Null when the problem is of another part.</summary>
    public static string? Find(PaymentProblem problem, CompanyClock clock, CultureInfo culture)
    {
        return problem switch
        {
            PaymentProblem.DateHasPassed past => $"{Date(past.Date)} has passed; today is {Date(past.Today)}.",
            PaymentProblem.DateTooFar far => $"{Date(far.Date)} is more than a year from now. Check the year.",
            PaymentProblem.PersonMissing => "Say who promised it.",
            PaymentProblem.InvoiceNotPromisable invoice => $"Invoice {invoice.InvoiceNumber} is paid, or in another currency than the promise. Take it out.",
            PaymentProblem.PromiseIsWithdrawn => "A colleague withdrew this promise meanwhile.",
            PaymentProblem.HandledMeanwhile handled =>
                $"{handled.ByName} dealt with this on {clock.LocalOf(handled.At).ToString("g", culture)}"
                + (handled.NextOn is { } next ? $"; the next date is {Date(next)}." : "; nothing more is planned."),
            PaymentProblem.IsOnHold => "This client is on hold already.",
            PaymentProblem.HoldIsReleased => "A colleague released this client meanwhile.",
            PaymentProblem.RuleOutOfRange range => $"Enter an amount of zero or more, and 1 to {range.DaysMax} days.",
            _ => null,
        };

        string Date(DateOnly date) => date.ToString("d", culture);
    }
}
