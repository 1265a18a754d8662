using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>Says the rule in words.</summary>
internal static class RuleText
{
    public static string Of(Money limit, int days, CultureInfo culture) =>
        $"more than {MoneyText.WithCode(limit, culture)} overdue for {(days == 1 ? "a day" : $"{days} days")}";
}
