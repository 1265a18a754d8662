namespace PaymentsApp.Domain;

/// <summary>An open invoice as the planner sees it.</summary>
public readonly record struct OpenItem(int InvoiceId, DateOnly DueOn, long OutstandingMinor);
