namespace PaymentsApp.Domain;

/// <summary>Which credit goes to which invoice. It only proposes; a person saves.</summary>
public static class CreditPlanner
{
    /// <summary>
    /// First each credit to the invoice that it is meant for, then the others in their order to the invoices in theirs.
    /// </summary>
    /// <param name="credits">The oldest first, of one currency.</param>
    /// <param name="open">In the order in which they are settled.</param>
    /// <param name="keepsMeant">
    /// What is meant for another open invoice is left alone, as for a plan that nobody asked for line by line. When false, a person has chosen the credit.
    /// </param>
    /// <returns>At most one part for each pair; none is zero.</returns>
    public static IReadOnlyList<CreditPart> Plan(
        IReadOnlyList<CreditItem> credits, IReadOnlyList<CreditTarget> open, bool keepsMeant)
    {
        var left = credits.Select(credit => credit.Minor).ToArray();
        var wanted = open.Select(invoice => invoice.Minor).ToArray();
        var places = open.Index().ToDictionary(entry => entry.Item.InvoiceId, entry => entry.Index);
        List<CreditPart> parts = [];
        void Give(int credit, int invoice)
        {
            var minor = credits[credit].IsForOwnOnly && open[invoice].IsOfClient ? 0 : Math.Min(left[credit], wanted[invoice]);
            if (minor > 0)
            {
                left[credit] -= minor;
                wanted[invoice] -= minor;
                parts.Add(new CreditPart(credits[credit].Id, open[invoice].InvoiceId, minor));
            }
        }

        foreach (var (index, credit) in credits.Index())
        {
            if (credit.MeantForInvoiceId is { } meant && places.TryGetValue(meant, out var place))
            {
                Give(index, place);
            }
        }

        var next = 0;
        foreach (var (index, credit) in credits.Index())
        {
            for (var place = next; place < wanted.Length && left[index] > 0 && !(keepsMeant && credit.MeantForInvoiceId is not null); place++)
            {
                if (credit.MeantForInvoiceId != open[place].InvoiceId)
                {
                    Give(index, place);
                }

                if (wanted[place] == 0 && place == next)
                {
                    next++;
                }
            }
        }

        return parts;
    }
}
