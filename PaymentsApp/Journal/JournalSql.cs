namespace PaymentsApp.Journal;

/// <summary>All facts with an amount, in SQL that both databases understand. {0} and {1} are the first and the last day.</summary>
internal static class JournalSql
{
    /// <summary>Every fact of the period, by date; the order is always the same.</summary>
    public static readonly string Facts =
        $"""
        SELECT f."Kind", f."Id", f."IsReversal", f."EffectiveOn", f."Currency", f."AmountMinor", f."Reference",
            o."CustomerNumber" AS "CustomerNumber", o."Name" AS "Organization"
        FROM ({Union}) f JOIN "Organizations" o ON o."Id" = f."OrganizationId"
        ORDER BY f."EffectiveOn", f."Kind", f."IsReversal", f."Id"
        """;

    /// <summary>The sums per kind and currency.</summary>
    public static readonly string Sums =
        $"""
        SELECT f."Kind", f."Currency", CAST(sum(f."AmountMinor") AS bigint) AS "AmountMinor", count(*) AS "Count"
        FROM ({Union}) f GROUP BY f."Kind", f."Currency"
        """;

    private const string InPeriod = "BETWEEN {0} AND {1}";

    // What an adjustment's kind is called in the journal.
    private const string AdjustmentKind = """CASE a."Kind" WHEN 'CreditNote' THEN 'CreditNoteApplied' ELSE a."Kind" END""";

    private static string Union => string.Join(
        "\nUNION ALL\n",
        Fact("'Invoice'", "i", "IssuedOn", "i.\"TotalMinor\"", "i.\"Number\"", "i.\"OrganizationId\"", "\"Invoices\" i"),
        Fact("'CreditNote'", "n", "IssuedOn", "n.\"TotalMinor\"", "n.\"Number\"", "n.\"OrganizationId\"", "\"CreditNotes\" n"),
        Fact("'Payment'", "p", "ReceivedOn", "p.\"AmountMinor\"", PaymentText, "p.\"PayerId\"", "\"Payments\" p"),
        Fact("'Allocation'", "a", "AppliedOn", "a.\"AmountMinor\"", "i.\"Number\"", "i.\"OrganizationId\"", AllocationAndInvoice),
        Fact("'Refund'", "a", "RefundedOn", "a.\"AmountMinor\"", PaymentText, "p.\"PayerId\"", RefundAndPayment),
        Fact("'ReturnFee'", "b", "ReturnedOn", "b.\"BankFeeMinor\"", PaymentText, "p.\"PayerId\"",
            "\"ReturnedPayments\" b JOIN \"Payments\" p ON p.\"Id\" = b.\"PaymentId\" AND b.\"BankFeeMinor\" > 0"),
        // A cancelled credit note is the opposite of its issue; what is taken back is the opposite of that again.
        Withdrawal("'CreditNote'", "1", "-w.\"AmountMinor\"", "w.\"Kind\" = 'Cancellation'"),
        Withdrawal("'CreditNoteRefund'", "0", "w.\"AmountMinor\"", "w.\"Kind\" = 'Refund'"),
        Withdrawal("CASE o.\"Kind\" WHEN 'Refund' THEN 'CreditNoteRefund' ELSE 'CreditNote' END", "1",
            "CASE o.\"Kind\" WHEN 'Refund' THEN -w.\"AmountMinor\" ELSE w.\"AmountMinor\" END", "w.\"Kind\" = 'Reversal'"),
        Fact(AdjustmentKind, "a", "EffectiveOn", "a.\"AmountMinor\"", AdjustedText, AdjustedOrganization, AdjustmentAndTarget),
        Reversal("'Allocation'", "a.\"AmountMinor\"", "i.\"Number\"", "i.\"OrganizationId\"", $"{AllocationAndInvoice} JOIN \"Reversals\" r ON r.\"AllocationId\" = a.\"Id\""),
        Reversal(AdjustmentKind, "a.\"AmountMinor\"", AdjustedText, AdjustedOrganization, $"{AdjustmentAndTarget} JOIN \"Reversals\" r ON r.\"AdjustmentId\" = a.\"Id\""),
        Reversal("'Refund'", "a.\"AmountMinor\"", PaymentText, "p.\"PayerId\"", $"{RefundAndPayment} JOIN \"Reversals\" r ON r.\"RefundId\" = a.\"Id\""),
        Reversal("'Payment'", "p.\"AmountMinor\"", PaymentText, "p.\"PayerId\"", "\"Payments\" p JOIN \"Reversals\" r ON r.\"PaymentId\" = p.\"Id\""),
        // A payment is reversed with what the bank kept of it.
        Reversal("'BankFee'", "p.\"AdjustedMinor\"", PaymentText, "p.\"PayerId\"", "\"Payments\" p JOIN \"Reversals\" r ON r.\"PaymentId\" = p.\"Id\" AND p.\"AdjustedMinor\" > 0"));

    private static string PaymentText => "CAST(p.\"Number\" AS text)";

    private static string AdjustedText => "coalesce(i.\"Number\", CAST(p.\"Number\" AS text))";

    private static string AdjustedOrganization => "coalesce(i.\"OrganizationId\", p.\"PayerId\")";

    private static string AllocationAndInvoice => "\"Allocations\" a JOIN \"Invoices\" i ON i.\"Id\" = a.\"InvoiceId\"";

    private static string RefundAndPayment => "\"Refunds\" a JOIN \"Payments\" p ON p.\"Id\" = a.\"PaymentId\"";

    private static string AdjustmentAndTarget =>
        "\"Adjustments\" a LEFT JOIN \"Invoices\" i ON i.\"Id\" = a.\"InvoiceId\" LEFT JOIN \"Payments\" p ON p.\"Id\" = a.\"PaymentId\"";

    private static string Withdrawal(string kind, string reversal, string amount, string which) => Select(
        kind, "w.\"Id\"", reversal, "w.\"EffectiveOn\"", "w.\"Currency\"", amount, "n.\"Number\"", "n.\"OrganizationId\"",
        "\"CreditNoteWithdrawals\" w JOIN \"CreditNotes\" n ON n.\"Id\" = w.\"CreditNoteId\" "
        + $"LEFT JOIN \"CreditNoteWithdrawals\" o ON o.\"Id\" = w.\"ReversesId\"", which);

    private static string Fact(string kind, string row, string on, string amount, string text, string organization, string from) =>
        Select(kind, $"{row}.\"Id\"", "0", $"{row}.\"{on}\"", $"{row}.\"Currency\"", amount, text, organization, from);

    private static string Reversal(string kind, string amount, string text, string organization, string from) =>
        Select(kind, "r.\"Id\"", "1", "r.\"EffectiveOn\"", $"{amount.Split('.')[0]}.\"Currency\"", $"-{amount}", text, organization, from);

    private static string Select(string kind, string id, string reversal, string on, string currency, string amount, string text, string organization, string from,
        string which = "1 = 1") =>
        $"SELECT CAST({kind} AS text) AS \"Kind\", lower(CAST({id} AS text)) AS \"Id\", {reversal} = 1 AS \"IsReversal\", CAST({on} AS text) AS \"EffectiveOn\", "
        + $"{currency} AS \"Currency\", {amount} AS \"AmountMinor\", {text} AS \"Reference\", {organization} AS \"OrganizationId\" FROM {from} WHERE {on} {InPeriod} AND {which}";
}
