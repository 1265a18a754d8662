using PaymentsApp.Domain;

namespace PaymentsApp.Seeding;

/// <summary>A payment that the demo data is going to register.</summary>
/// <param name="AmountMinor">What can be applied in all: money received and bank fee.</param>
internal sealed record DemoPayment(
    DateOnly ReceivedOn, DemoClient Client, Organization Payer, long AmountMinor, IReadOnlyList<(Invoice Invoice, long Minor)> Shares);
