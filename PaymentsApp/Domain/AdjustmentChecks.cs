namespace PaymentsApp.Domain;

/// <summary>The rules of differences on invoices, over facts that the service has loaded in the same transaction.</summary>
public static class AdjustmentChecks
{
    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 500;

    /// <summary>What is wrong between the differences and the invoices as they are now.</summary>
    /// <param name="asked">Together: several on one invoice must fit into what is open.</param>
    /// <param name="invoices">The invoices that this person may adjust, by id.</param>
    /// <param name="notes">The credit notes that are to be netted, by id.</param>
    /// <param name="shares">What a payment of the same command applies, which is no longer open for a difference.</param>
    public static IEnumerable<PaymentProblem> Check(
        IReadOnlyList<InvoiceAdjustment> asked,
        IReadOnlyDictionary<int, Invoice> invoices,
        IReadOnlyDictionary<Guid, CreditNote> notes,
        IReadOnlyList<InvoiceShare> shares)
    {
        var seen = new HashSet<Guid>();
        var sums = new Dictionary<int, long>();
        foreach (var adjustment in asked)
        {
            if (!invoices.TryGetValue(adjustment.InvoiceId, out var invoice))
            {
                yield return new PaymentProblem.NotFound("Invoice");
                continue;
            }

            if (!seen.Add(adjustment.AdjustmentId))
            {
                yield return new PaymentProblem.AdjustmentTwice(invoice.Number);
                continue;
            }

            var problems = CheckOne(adjustment, invoice, notes).ToList();
            foreach (var problem in problems)
            {
                yield return problem;
            }

            if (problems.Count == 0)
            {
                sums[invoice.Id] = checked(sums.GetValueOrDefault(invoice.Id) + adjustment.Amount.Minor);
            }
        }

        foreach (var (invoiceId, minor) in sums)
        {
            var invoice = invoices[invoiceId];
            var applied = shares.Where(share => share.InvoiceId == invoiceId).Sum(share => share.Amount.Minor);
            var open = invoice.Outstanding with { Minor = Math.Max(0, invoice.OutstandingMinor - applied) };
            if (minor > open.Minor)
            {
                yield return new PaymentProblem.AdjustedMoreThanOpen(invoice.Number, open with { Minor = minor }, open);
            }
        }
    }

    private static IEnumerable<PaymentProblem> CheckOne(InvoiceAdjustment asked, Invoice invoice, IReadOnlyDictionary<Guid, CreditNote> notes)
    {
        if (asked.Amount.Currency != invoice.Currency)
        {
            yield return new PaymentProblem.CurrencyMismatch(invoice.Number, invoice.Currency, asked.Amount.Currency);
        }
        else if (asked.Amount.Minor is <= 0 or > RegisterPayment.LargestAmountMinor)
        {
            yield return new PaymentProblem.AdjustmentNotPositive(invoice.Number);
        }

        if (!ReasonCodes.Explains(asked.ReasonCode, asked.Kind))
        {
            yield return new PaymentProblem.ReasonCodeMissing(invoice.Number);
        }

        foreach (var problem in PaymentChecks.CheckText("Note", asked.Note, NoteLength))
        {
            yield return problem;
        }

        if (asked.Kind == AdjustmentKind.CreditNote != asked.CreditNoteId.HasValue)
        {
            yield return new PaymentProblem.NotFound("Credit note");
        }
        else if (asked.CreditNoteId is { } noteId && CheckNote(asked, invoice, notes.GetValueOrDefault(noteId)) is { } problem)
        {
            yield return problem;
        }
    }

    private static PaymentProblem? CheckNote(InvoiceAdjustment asked, Invoice invoice, CreditNote? note) =>
        note is null || note.OrganizationId != invoice.OrganizationId ? new PaymentProblem.NotFound("Credit note")
        : note.Currency != asked.Amount.Currency ? new PaymentProblem.CurrencyMismatch(invoice.Number, invoice.Currency, note.Currency)
        : asked.Amount > note.Unapplied ? new PaymentProblem.CreditNoteTooSmall(note.Number, asked.Amount, note.Unapplied)
        : null;
}
