using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>The open invoices of one client in the window, with their subtotals.</summary>
/// <param name="Name">Of the client, or of the payer for its own invoices.</param>
/// <param name="Lines">Oldest first; at least one.</param>
public sealed record ClientLines(string Name, string CustomerNumber, string Currency, IReadOnlyList<PaymentDraftLine> Lines)
{
    public Money Outstanding => Sum(line => line.Invoice.Outstanding);

    /// <summary>What this payment applies to them.</summary>
    public Money Applied => Sum(line => line.Share ?? Money.Zero(Currency));

    public Money Remaining => Sum(line => line.Remaining);

    private Money Sum(Func<PaymentDraftLine, Money> of) => Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + of(line));
}
