namespace PaymentsApp.Invoicing.Details;

/// <summary>That an event was taken back.</summary>
/// <param name="Reason">Null when it was written for accounts of others too.</param>
public sealed record InvoiceEventReversal(DateOnly On, string? Reason, string By);
