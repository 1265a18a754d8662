using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Promises;

/// <summary>An open invoice that a promise may name.</summary>
public sealed record PromisableInvoice(int Id, string Number, DateOnly DueOn, Money Outstanding);
