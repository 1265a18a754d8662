namespace PaymentsApp.Domain;

/// <summary>
/// Derives which promises were kept. Money counts for a promise when it was received no later than the promised day: for one about
/// invoices, what was applied to them after the promise was made; for another, what was registered for the organization after that.
/// The same money never keeps two promises: those about invoices come first, then the earlier day, and nobody gets more than was promised.
/// </summary>
public static class PromiseKeeping
{
    /// <param name="promises">All promises of the organizations that may share money.</param>
    /// <param name="applied">Allocations that stand on the promised invoices.</param>
    /// <param name="received">What arrived for the organizations.</param>
    /// <param name="today">The company's day.</param>
    public static IReadOnlyDictionary<Guid, PromiseOutcome> Judge(
        IReadOnlyCollection<PaymentPromise> promises, IReadOnlyCollection<AppliedMoney> applied, IReadOnlyCollection<ReceivedMoney> received, DateOnly today)
    {
        var left = applied.Select(money => money.Minor).ToArray();
        var byInvoice = applied.Select((money, index) => (money, index)).ToLookup(item => item.money.InvoiceId);
        var taken = new Dictionary<(Guid PaymentId, int OrganizationId), long>();
        var byOrganization = received.ToLookup(money => money.OrganizationId);
        var outcomes = new Dictionary<Guid, PromiseOutcome>();
        foreach (var promise in promises
            .OrderBy(promise => promise.Invoices.Count == 0).ThenBy(promise => promise.PromisedOn).ThenBy(promise => promise.RecordedAt).ThenBy(promise => promise.Id))
        {
            var arrived = promise.WithdrawnAt is not null ? 0
                : promise.Invoices.Count > 0 ? OfInvoices(promise)
                : OfOrganization(promise);
            outcomes[promise.Id] = new PromiseOutcome(StateOf(promise, arrived, today), arrived);
        }

        return outcomes;

        long OfInvoices(PaymentPromise promise)
        {
            var arrived = 0L;
            foreach (var (money, index) in promise.Invoices.SelectMany(invoice => byInvoice[invoice.InvoiceId]).OrderBy(item => item.money.ReceivedOn))
            {
                if (money.Currency == promise.Currency && money.ReceivedOn <= promise.PromisedOn && money.AppliedAt >= promise.RecordedAt)
                {
                    var part = Math.Min(promise.AmountMinor - arrived, left[index]);
                    left[index] -= part;
                    Take((money.PaymentId, promise.OrganizationId), part);
                    arrived += part;
                }
            }

            return arrived;
        }

        long OfOrganization(PaymentPromise promise)
        {
            var arrived = 0L;
            foreach (var money in byOrganization[promise.OrganizationId].OrderBy(money => money.ReceivedOn).ThenBy(money => money.RecordedAt))
            {
                var isCounted = money.Currency == promise.Currency && money.RecordedAt >= promise.RecordedAt
                    && money.ReceivedOn >= promise.MadeOn && money.ReceivedOn <= promise.PromisedOn;
                if (isCounted)
                {
                    var key = (money.PaymentId, promise.OrganizationId);
                    var part = Math.Clamp(money.Minor - taken.GetValueOrDefault(key), 0, promise.AmountMinor - arrived);
                    Take(key, part);
                    arrived += part;
                }
            }

            return arrived;
        }

        void Take((Guid, int) key, long part) => taken[key] = taken.GetValueOrDefault(key) + part;
    }

    private static PromiseState StateOf(PaymentPromise promise, long arrivedMinor, DateOnly today) =>
        promise.WithdrawnAt is not null ? PromiseState.Withdrawn
        : arrivedMinor >= promise.AmountMinor ? PromiseState.Kept
        : today > promise.PromisedOn ? PromiseState.Broken
        : PromiseState.Open;
}
