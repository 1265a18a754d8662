namespace PaymentsApp.Seeding;

/// <summary>An organization of the demo data, and how it buys and pays.</summary>
/// <param name="Agency">Name of the agency that pays for it; null when it pays itself.</param>
/// <param name="PerYear">Invoices in twelve months.</param>
internal sealed record DemoClient(
    string Name, string Currency, int TermsDays, int PerYear, DemoHabit Habit, string PaymentType, string? Agency = null);
