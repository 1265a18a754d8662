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

    /// <summary>
    /// Looks for the open invoices whose sum is exactly the amount. A single invoice is preferred; a set of several
    /// counts only when no other set adds up to the same, since a coincidence must not be proposed as knowledge.
    /// </summary>
    /// <param name="amountMinor">What can be applied, in minor units.</param>
    /// <param name="items">Open invoices of one currency.</param>
    public static ExactMatch Exact(long amountMinor, IEnumerable<OpenItem> items)
    {
        if (amountMinor <= 0)
        {
            return new ExactMatch.None();
        }

        var candidates = items.Where(item => item.OutstandingMinor > 0 && item.OutstandingMinor <= amountMinor)
            .OrderByDescending(item => item.OutstandingMinor).ThenBy(item => item.InvoiceId).ToList();
        var singles = candidates.Where(item => item.OutstandingMinor == amountMinor).ToList();
        return singles.Count switch
        {
            1 => new ExactMatch.Found([singles[0].InvoiceId]),
            > 1 => new ExactMatch.Ambiguous(singles.Count),
            _ => new SumSearch(amountMinor, candidates).Run(),
        };
    }
}
