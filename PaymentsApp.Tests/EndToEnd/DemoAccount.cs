namespace PaymentsApp.Tests.EndToEnd;

/// <summary>A client of the demo data with its open invoices, oldest first.</summary>
public sealed record DemoAccount(int Id, string Name, string CustomerNumber, List<DemoInvoice> Open);
