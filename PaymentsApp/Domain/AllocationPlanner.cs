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
    /// Pays magazine issue after magazine issue: the one whose open invoices add up to the amount, if there is one and no
    /// other; else in the order in which they were first due. Invoices of no issue come last.
    /// </summary>
    /// <param name="availableMinor">What can be applied, in minor units.</param>
    /// <param name="items">Open invoices of one currency.</param>
    /// <param name="issueOf">The issue of an invoice, by its id; null for none.</param>
    /// <returns>As <see cref="OldestFirst"/>.</returns>
    public static IReadOnlyDictionary<int, long> ByIssue(long availableMinor, IEnumerable<OpenItem> items, Func<int, string?> issueOf)
    {
        var issues = items.GroupBy(item => issueOf(item.InvoiceId))
            .OrderBy(issue => issue.Key is null).ThenBy(issue => issue.Min(item => item.DueOn)).ThenBy(issue => issue.Key, StringComparer.Ordinal)
            .ToList();
        var exact = issues.Where(issue => issue.Key is not null && issue.Sum(item => item.OutstandingMinor) == availableMinor).ToList();
        var plan = new Dictionary<int, long>();
        foreach (var issue in exact.Count == 1 ? exact : issues)
        {
            foreach (var (invoiceId, minor) in OldestFirst(availableMinor, issue))
            {
                plan.Add(invoiceId, minor);
                availableMinor -= minor;
            }
        }

        return plan;
    }
}
