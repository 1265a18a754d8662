using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Benchmarks.Matching.Sets;

/// <summary>Invoices and payments of one set, as the engine takes them.</summary>
internal sealed record MatchSet(IReadOnlyList<MatchInvoice> Invoices, IReadOnlyList<MatchPayer> Payers, IReadOnlyList<MatchLine> Lines);
