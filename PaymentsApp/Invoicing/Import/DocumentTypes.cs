namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// What exports write in a column that tells invoices from credit notes, in English, German and French, and as codes of UN/EDIFACT 1001.
/// </summary>
public static class DocumentTypes
{
    private static readonly HashSet<string> CreditNotes = Keys(
        "credit note, credit memo, credit, credits, CN, CM, CR, credit invoice, sales credit, "
        + "Gutschrift, Rechnungskorrektur, Korrekturrechnung, GS, avoir, note de crédit, facture d'avoir, 381");

    private static readonly HashSet<string> Invoices = Keys("invoice, sales invoice, tax invoice, inv, IN, I, bill, Rechnung, RE, facture, FA, F, 380");

    /// <summary>True: a credit note. False: an invoice. Null: neither is known.</summary>
    public static bool? IsCreditNote(string text)
    {
        var key = ColumnNames.Normalise(text);
        return CreditNotes.Contains(key) ? true : Invoices.Contains(key) ? false : null;
    }

    private static HashSet<string> Keys(string names) => [.. names.Split(',', StringSplitOptions.TrimEntries).Select(ColumnNames.Normalise)];
}
