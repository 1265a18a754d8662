namespace PaymentsApp.FollowUps.Promises;

/// <summary>An invoice that a promise is about.</summary>
public sealed record PromisedInvoiceView(int Id, string Number);
