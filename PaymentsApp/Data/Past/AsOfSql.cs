using PaymentsApp.Domain;

namespace PaymentsApp.Data.Past;

/// <summary>
/// What was open, and what was on no invoice, at a moment, in SQL that both databases understand. It begins at what is open now and takes back
/// each fact that had not happened or was not known then, so that a report of last month reads last month's facts and not those of ten years.
/// {0} is the last business date, {1} the instant (UTC) up to which facts are known, {2} its day, {3} the organization.
/// A fact that two others wait for counts from the last of the three on: money applied before an invoice was issued lies unapplied until then.
/// </summary>
internal static class AsOfSql
{
    /// <summary>Per invoice several rows, whose sum was open.</summary>
    public static string Open(AsOf at, bool isOne) => Union(
        OpenRow("i.\"OutstandingMinor\"", "\"Invoices\" i", "i.\"OutstandingMinor\" > 0", at, isOne),
        Facts("Allocations", "AllocationId", "AppliedOn", OpenRow, "Invoices", "i.\"Id\" = f.\"InvoiceId\"", at, isOne),
        Facts("Adjustments", "AdjustmentId", "EffectiveOn", OpenRow, "Invoices", "i.\"Id\" = f.\"InvoiceId\"", at, isOne));

    /// <summary>Per payment and credit note several rows, whose sum was on no invoice.</summary>
    public static string Credit(AsOf at, bool isOne) => Union(
        PaymentRow("p.\"UnappliedMinor\"", "\"Payments\" p", "p.\"UnappliedMinor\" > 0", at, isOne),
        PaymentRow("p.\"WithdrawnMinor\"", Joined("Payments", "p", "Reversals", "r", isOne), $"r.\"PaymentId\" = p.\"Id\" AND {IsLater("r", "EffectiveOn", at)}", at, isOne),
        Facts("Allocations", "AllocationId", "AppliedOn", PaymentRow, "Payments", "p.\"Id\" = f.\"PaymentId\"", at, isOne),
        Facts("Refunds", "RefundId", "RefundedOn", PaymentRow, "Payments", "p.\"Id\" = f.\"PaymentId\"", at, isOne),
        NoteRow("n.\"UnappliedMinor\"", "\"CreditNotes\" n", "n.\"UnappliedMinor\" > 0", at, isOne),
        Facts("Adjustments", "AdjustmentId", "EffectiveOn", NoteRow, "CreditNotes", "n.\"Id\" = f.\"CreditNoteId\"", at, isOne),
        NoteRow(
            "CASE f.\"Kind\" WHEN 'Reversal' THEN -f.\"AmountMinor\" ELSE f.\"AmountMinor\" END",
            Joined("CreditNotes", "n", "CreditNoteWithdrawals", "f", isOne), $"n.\"Id\" = f.\"CreditNoteId\" AND {IsLater("f", "EffectiveOn", at)}", at, isOne));

    private delegate string Row(string amount, string from, string where, AsOf at, bool isOne);

    private static string OpenRow(string amount, string from, string where, AsOf at, bool isOne) =>
        $"""
        SELECT i."Id" AS "InvoiceId", i."OrganizationId" AS "OrganizationId", i."Currency" AS "Currency", i."DueOn" AS "DueOn", {amount} AS "AmountMinor"
        FROM {from} WHERE {where} AND {Counts("i", at)}{Of("i.\"OrganizationId\"", isOne)}
        """;

    private static string PaymentRow(string amount, string from, string where, AsOf at, bool isOne) =>
        CreditRow("p", "PayerId", "0", amount, from, $"{where} AND NOT {IsLater("p", "ReceivedOn", at)}", isOne);

    private static string NoteRow(string amount, string from, string where, AsOf at, bool isOne) =>
        CreditRow("n", "OrganizationId", "1", amount, from, $"{where} AND NOT {IsLater("n", "IssuedOn", at)}", isOne);

    private static string CreditRow(string row, string owner, string isNote, string amount, string from, string where, bool isOne) =>
        $"""
        SELECT {row}."Id" AS "Id", {isNote} = 1 AS "IsCreditNote", {row}."{owner}" AS "OrganizationId", {row}."Currency" AS "Currency", {amount} AS "AmountMinor"
        FROM {from} WHERE {where}{Of($"{row}.\"{owner}\"", isOne)}
        """;

    // Some facts are not as they are now: those that came later and stand, those that stood and were taken back later, and those about an
    // invoice that came later. What they take from an invoice they give to the payment or credit note, and the other way round.
    private static string Facts(string facts, string reversed, string on, Row row, string owner, string isOwn, AsOf at, bool isOne)
    {
        var letter = owner switch { "Invoices" => "i", "Payments" => "p", _ => "n" };
        var isReversal = $"r.\"{reversed}\" = f.\"Id\"";
        var stands = $"NOT EXISTS (SELECT 1 FROM \"Reversals\" r WHERE {isReversal})";
        var isLater = IsLater("f", on, at);
        var from = Joined(owner, letter, facts, "f", isOne);
        if (facts == "Refunds" || letter == "i")
        {
            return Union(
                row("f.\"AmountMinor\"", from, $"{isOwn} AND {isLater} AND {stands}", at, isOne),
                row("-f.\"AmountMinor\"", WithReversals(from, isOne), $"{isOwn} AND {isReversal} AND NOT {isLater} AND {IsLater("r", "EffectiveOn", at)}", at, isOne));
        }

        const string OfInvoice = "i.\"Id\" = f.\"InvoiceId\"";
        var withInvoice = $"{from} CROSS JOIN \"Invoices\" i";
        var fromInvoice = isOne ? withInvoice : $"\"Invoices\" i CROSS JOIN {from}";
        return Union(
            row("f.\"AmountMinor\"", from, $"{isOwn} AND {isLater} AND {stands}", at, isOne),
            row("f.\"AmountMinor\"", fromInvoice, $"{isOwn} AND NOT {Counts("i", at)} AND {OfInvoice} AND NOT {isLater} AND {stands}", at, isOne),
            row(
                "-f.\"AmountMinor\"", WithReversals(withInvoice, isOne),
                $"{isOwn} AND {OfInvoice} AND {Counts("i", at)} AND {isReversal} AND NOT {isLater} AND {IsLater("r", "EffectiveOn", at)}", at, isOne));
    }

    private static string WithReversals(string from, bool isOne) => isOne ? $"{from} CROSS JOIN \"Reversals\" r" : $"\"Reversals\" r CROSS JOIN {from}";

    private static string Union(params IEnumerable<string> parts) => string.Join("\nUNION ALL\n", parts);

    // SQLite joins in the order that is written: from the organization's few rows, or along all facts.
    private static string Joined(string owner, string ownerLetter, string facts, string factLetter, bool isOne) => isOne
        ? $"\"{owner}\" {ownerLetter} CROSS JOIN \"{facts}\" {factLetter}"
        : $"\"{facts}\" {factLetter} CROSS JOIN \"{owner}\" {ownerLetter}";

    private static string Counts(string invoice, AsOf at) => at.KnownAt is null
        ? $"({invoice}.\"IssuedOn\" <= {{0}})"
        : $"({invoice}.\"IssuedOn\" <= {{0}} AND CASE WHEN {invoice}.\"RecordedAt\" IS NULL THEN {invoice}.\"IssuedOn\" <= {{2}} ELSE {invoice}.\"RecordedAt\" <= {{1}} END)";

    private static string IsLater(string fact, string on, AsOf at) => at.KnownAt is null
        ? $"({fact}.\"{on}\" > {{0}})"
        : $"({fact}.\"{on}\" > {{0}} OR {fact}.\"RecordedAt\" > {{1}})";

    private static string Of(string organization, bool isOne) => isOne ? $" AND {organization} = {{3}}" : string.Empty;
}
