namespace PaymentsApp.FollowUps.Promises;

/// <summary>What the promise window offers.</summary>
/// <param name="Contacts">Names of the organization's contacts.</param>
/// <param name="Invoices">Open ones, the oldest first.</param>
public sealed record PromiseChoice(string Organization, string Currency, IReadOnlyList<string> Contacts, IReadOnlyList<PromisableInvoice> Invoices)
{
    /// <summary>The currencies of the open invoices; the organization's own when nothing is open.</summary>
    public IReadOnlyList<string> Currencies { get; } =
        Invoices.Count == 0 ? [Currency] : [.. Invoices.Select(invoice => invoice.Outstanding.Currency).Distinct()];
}
