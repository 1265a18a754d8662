namespace PaymentsApp.Domain;

/// <summary>Proposes what a payment is applied to. It only proposes; a person saves.</summary>
public static class AllocationPlanner
{
    /// <summary>
    /// Fills the invoices in the order of their due date (then id), the last one in part.
    /// </summary>
    /// <param name="availableMinor">What can be applied, in minor units.</param>
    /// <param name="items">Open invoices of one currency.</param>
    /// <returns>Minor units to apply, by invoice id; invoices that get nothing are left out.</returns>
    public static IReadOnlyDictionary<int, long> OldestFirst(long availableMinor, IEnumerable<OpenItem> items)
    {
        var plan = new Dictionary<int, long>();
        foreach (var item in items.OrderBy(item => item.DueOn).ThenBy(item => item.InvoiceId))
        {
            if (availableMinor <= 0)
            {
                break;
            }

            var share = Math.Min(availableMinor, item.OutstandingMinor);
            plan.Add(item.InvoiceId, share);
            availableMinor -= share;
        }

        return plan;
    }
}
