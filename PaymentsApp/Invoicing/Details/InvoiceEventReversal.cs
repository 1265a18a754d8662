namespace PaymentsApp.Invoicing.Details;

/// <summary>That an event was taken back.</summary>
public sealed record InvoiceEventReversal(DateOnly On, string Reason, string By);
