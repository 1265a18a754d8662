using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Work;

/// <summary>Says why a client account is on the work list.</summary>
internal static class WorkReasonText
{
    public static string Of(WorkReason reason, DateOnly today, CultureInfo culture)
    {
        var amount = reason.Amount is { } money ? MoneyText.WithCode(money, culture) : "";
        var since = reason.Since.ToString("d", culture);
        return reason.Kind switch
        {
            WorkReasonKind.Planned => reason.Since == today ? "Planned for today" : $"Planned for {since}",
            WorkReasonKind.BrokenPromise => $"Promised {amount} by {since}, not kept",
            WorkReasonKind.DisputeAnswered => $"Dispute of {amount} answered on {since}",
            WorkReasonKind.NewlyOverdue => $"{amount} newly overdue",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, "A reason without words."),
        };
    }
}
