using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Issues;

/// <summary>An advertiser booked in the next issue who owes.</summary>
/// <param name="Booked">What it is booked for there.</param>
/// <param name="DaysLate">Of its oldest invoice.</param>
/// <param name="IsHeld">On hold now.</param>
public sealed record IssueClient(int OrganizationId, string Organization, string? Owner, Money Booked, MoneyPerCurrency Overdue, int DaysLate, bool IsHeld);
