namespace PaymentsApp.Domain;

/// <summary>An open invoice as the planner sees it.</summary>
/// <param name="InvoiceId">Breaks ties between invoices due on the same day.</param>
/// <param name="DueOn">The order of "oldest first".</param>
/// <param name="OutstandingMinor">What is open, in minor units.</param>
/// <param name="DiscountMinor">The early-payment discount that is granted on the payment's date; 0: none.</param>
public readonly record struct OpenItem(int InvoiceId, DateOnly DueOn, long OutstandingMinor, long DiscountMinor = 0);
