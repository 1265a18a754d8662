namespace PaymentsApp.Benchmarks.Matching.Sets;

/// <summary>Payments and invoices that belong together.</summary>
/// <param name="Category">One payment to one invoice, and so on.</param>
/// <param name="Faults">What was done to the payments; empty: nothing.</param>
internal sealed record TrueMatch(string Category, string Faults, IReadOnlyList<int> InvoiceIds, IReadOnlyList<int> PaymentIds);
