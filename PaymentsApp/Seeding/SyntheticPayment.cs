namespace PaymentsApp.Seeding;

/// <summary>A payment of the synthetic data, and the invoices it is applied to.</summary>
internal sealed record SyntheticPayment(
    int PayerId, string Currency, long AmountMinor, DateOnly ReceivedOn, IReadOnlyList<(SyntheticInvoice Invoice, long Minor)> Shares);
