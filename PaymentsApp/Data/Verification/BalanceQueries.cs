using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Data.Verification;

/// <summary>
/// Recomputes every kept balance from the facts, in SQL that both databases understand. Each query reads along
/// indexes and returns only rows that differ, so a million invoices need no memory.
/// </summary>
internal static class BalanceQueries
{
    private const string Invoices =
        """
        SELECT * FROM (
            SELECT i."Id", i."Number", i."AllocatedMinor", i."AdjustedMinor", i."OutstandingMinor", i."TotalMinor",
                CAST(coalesce((SELECT sum(f."AmountMinor") FROM "Allocations" f WHERE f."InvoiceId" = i."Id" AND {allocation stands}), 0) AS bigint) AS allocated,
                CAST(coalesce((SELECT sum(f."AmountMinor") FROM "Adjustments" f WHERE f."InvoiceId" = i."Id" AND {adjustment stands}), 0) AS bigint) AS adjusted,
                CAST(coalesce((SELECT sum(w."AmountMinor") FROM "InvoiceRows" w WHERE w."InvoiceId" = i."Id"), i."TotalMinor") AS bigint) AS in_rows
            FROM "Invoices" i
        ) recomputed
        WHERE "AllocatedMinor" <> allocated OR "AdjustedMinor" <> adjusted
            OR "OutstandingMinor" <> "TotalMinor" - allocated - adjusted OR "TotalMinor" <> in_rows
        """;

    private const string Payments =
        """
        SELECT * FROM (
            SELECT p."Number", p."AllocatedMinor", p."AdjustedMinor", p."WithdrawnMinor", p."UnappliedMinor", p."AmountMinor", p."RefundedMinor",
                CAST(coalesce((SELECT sum(f."AmountMinor") FROM "Allocations" f WHERE f."PaymentId" = p."Id" AND {allocation stands}), 0) AS bigint) AS allocated,
                CAST(coalesce((SELECT sum(f."AmountMinor") FROM "Adjustments" f WHERE f."PaymentId" = p."Id" AND {adjustment stands}), 0) AS bigint) AS adjusted,
                CASE WHEN EXISTS (SELECT 1 FROM "Reversals" r WHERE r."PaymentId" = p."Id") THEN p."AmountMinor" + p."AdjustedMinor" ELSE 0 END AS withdrawn,
                CAST(coalesce((SELECT sum(f."AmountMinor") FROM "Refunds" f WHERE f."PaymentId" = p."Id" AND {refund stands}), 0) AS bigint) AS refunded
            FROM "Payments" p
        ) recomputed
        WHERE "AllocatedMinor" <> allocated OR "AdjustedMinor" <> adjusted OR "WithdrawnMinor" <> withdrawn OR "RefundedMinor" <> refunded
            OR "UnappliedMinor" <> "AmountMinor" + adjusted - allocated - withdrawn - refunded
        """;

    private const string CreditNotes =
        """
        SELECT * FROM (
            SELECT n."Number", n."AppliedMinor", n."UnappliedMinor", n."TotalMinor",
                CAST(coalesce((SELECT sum(f."AmountMinor") FROM "Adjustments" f WHERE f."CreditNoteId" = n."Id" AND {adjustment stands}), 0)
                    + coalesce((SELECT sum(CASE f."Kind" WHEN 'Reversal' THEN -f."AmountMinor" ELSE f."AmountMinor" END)
                        FROM "CreditNoteWithdrawals" f WHERE f."CreditNoteId" = n."Id"), 0) AS bigint) AS applied
            FROM "CreditNotes" n
        ) recomputed
        WHERE "AppliedMinor" <> applied OR "UnappliedMinor" <> "TotalMinor" - applied
        """;

    private const string Numbers =
        """
        SELECT before, number FROM (
            SELECT "Number" AS number, lag("Number", 1, 0) OVER (ORDER BY "Number") AS before FROM "Payments"
        ) numbers
        WHERE number <> before + 1
        """;

    private const string LastNumber =
        """
        SELECT "LastPaymentNumber", last FROM (
            SELECT h."LastPaymentNumber", coalesce((SELECT max("Number") FROM "Payments"), 0) AS last FROM "LedgerHead" h
        ) numbers
        WHERE "LastPaymentNumber" <> last
        """;

    // Kept rows and invoices side by side, added up by key: what is missing on either side shows as well.
    private const string Balances =
        """
        SELECT {key}, sum(kept_minor), sum(kept_count), sum(minor), sum(open_count), sum(kept_rows) FROM (
            SELECT {key}, "OutstandingMinor" AS kept_minor, "OpenCount" AS kept_count, 0 AS minor, 0 AS open_count, 1 AS kept_rows FROM {table}
            UNION ALL
            SELECT {key}, 0, 0, "TotalMinor" - "AllocatedMinor" - "AdjustedMinor",
                CASE WHEN "TotalMinor" - "AllocatedMinor" - "AdjustedMinor" > 0 THEN 1 ELSE 0 END, 0 FROM "Invoices"
        ) both_sides
        GROUP BY {key}
        HAVING sum(kept_minor) <> sum(minor) OR sum(kept_count) <> sum(open_count) OR sum(kept_rows) = 0
        """;

    // What is kept about payments for others, and the allocations that say so, side by side.
    private const string Clients =
        """
        SELECT CAST("PaymentId" AS text), "OrganizationId", sum(kept) FROM (
            SELECT "PaymentId", "OrganizationId", 1 AS kept, 0 AS found FROM "PaymentClients"
            UNION ALL
            SELECT DISTINCT a."PaymentId", i."OrganizationId", 0, 1 FROM "Allocations" a
            JOIN "Invoices" i ON i."Id" = a."InvoiceId" JOIN "Payments" p ON p."Id" = a."PaymentId" WHERE i."OrganizationId" <> p."PayerId"
        ) both_sides
        GROUP BY "PaymentId", "OrganizationId"
        HAVING sum(kept) <> sum(found)
        """;

    private const string Received =
        """
        SELECT "ReceivedOn", "Currency", sum(kept_received), sum(kept_unapplied), sum(received), sum(unapplied), sum(kept_rows) FROM (
            SELECT "ReceivedOn", "Currency", "ReceivedMinor" AS kept_received, "UnappliedMinor" AS kept_unapplied, 0 AS received, 0 AS unapplied, 1 AS kept_rows
            FROM "ReceivedBalances"
            UNION ALL
            SELECT "ReceivedOn", "Currency", 0, 0, CASE WHEN "WithdrawnMinor" < "AmountMinor" + "AdjustedMinor" THEN "AmountMinor" ELSE 0 END,
                "AmountMinor" + "AdjustedMinor" - "AllocatedMinor" - "WithdrawnMinor" - "RefundedMinor", 0 FROM "Payments"
        ) both_sides
        GROUP BY "ReceivedOn", "Currency"
        HAVING sum(kept_received) <> sum(received) OR sum(kept_unapplied) <> sum(unapplied) OR sum(kept_rows) = 0
        """;

    public static IReadOnlyList<VerificationQuery> All { get; } =
    [
        new(LedgerCheck.Invoices, WithoutReversed(Invoices), row => VerificationQuery.Kept(
            LedgerCheck.Invoices, $"Invoice {row.GetInt32(0)} ({row.GetString(1)})",
            ("AllocatedMinor", row.GetInt64(2), row.GetInt64(6)),
            ("AdjustedMinor", row.GetInt64(3), row.GetInt64(7)),
            ("OutstandingMinor", row.GetInt64(4), row.GetInt64(5) - row.GetInt64(6) - row.GetInt64(7)),
            ("TotalMinor", row.GetInt64(5), row.GetInt64(8)))),

        new(LedgerCheck.Payments, WithoutReversed(Payments), row => VerificationQuery.Kept(
            LedgerCheck.Payments, $"Payment {PaymentNumber.Format(row.GetInt64(0))}",
            ("AllocatedMinor", row.GetInt64(1), row.GetInt64(7)),
            ("AdjustedMinor", row.GetInt64(2), row.GetInt64(8)),
            ("WithdrawnMinor", row.GetInt64(3), row.GetInt64(9)),
            ("RefundedMinor", row.GetInt64(6), row.GetInt64(10)),
            ("UnappliedMinor", row.GetInt64(4), row.GetInt64(5) + row.GetInt64(8) - row.GetInt64(7) - row.GetInt64(9) - row.GetInt64(10)))),

        new(LedgerCheck.CreditNotes, WithoutReversed(CreditNotes), row => VerificationQuery.Kept(
            LedgerCheck.CreditNotes, $"Credit note {row.GetString(0)}",
            ("AppliedMinor", row.GetInt64(1), row.GetInt64(4)),
            ("UnappliedMinor", row.GetInt64(2), row.GetInt64(3) - row.GetInt64(4)))),

        new(LedgerCheck.PaymentNumbers, Numbers, row => new LedgerDifference(
            LedgerCheck.PaymentNumbers, "Payment numbers", $"{row.GetInt64(0) + 1} is expected after {row.GetInt64(0)}, {row.GetInt64(1)} comes")),

        new(LedgerCheck.PaymentNumbers, LastNumber, row => new LedgerDifference(
            LedgerCheck.PaymentNumbers, "Payment numbers", $"the ledger head is at {row.GetInt64(0)}, the last payment is {row.GetInt64(1)}")),

        Balance(LedgerCheck.OrganizationBalances, "\"OrganizationBalances\"", "\"OrganizationId\", \"Currency\"", "Balance of organization"),
        new(LedgerCheck.PaymentClients, Clients, row => new LedgerDifference(
            LedgerCheck.PaymentClients, $"Payment {row.GetString(0)} for organization {row.GetInt32(1)}", Whole(row.GetValue(2)) == 0 ? "is missing" : "was never applied to it")),
        Balance(LedgerCheck.DueBalances, "\"DueBalances\"", "\"DueOn\", \"Currency\"", "Balance due on"),
        Kept(LedgerCheck.ReceivedBalances, Received, "Received on", "ReceivedMinor", "UnappliedMinor"),
    ];

    private static VerificationQuery Balance(LedgerCheck check, string table, string key, string subject) => Kept(
        check,
        Balances.Replace("{table}", table, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal),
        subject, "OutstandingMinor", "OpenCount");

    private static VerificationQuery Kept(LedgerCheck check, string sql, string subject, string first, string second) => new(
        check,
        sql,
        row => row.GetInt64(6) == 0
            ? new LedgerDifference(check, Name(subject, row.GetValue(0), row.GetString(1)), "is missing")
            : VerificationQuery.Kept(
                check, Name(subject, row.GetValue(0), row.GetString(1)),
                (first, Whole(row.GetValue(2)), Whole(row.GetValue(4))),
                (second, Whole(row.GetValue(3)), Whole(row.GetValue(5)))));

    private static string Name(string subject, object key, string currency) => key is DateTime or DateOnly
        ? string.Create(CultureInfo.InvariantCulture, $"{subject} {key:yyyy-MM-dd} in {currency}")
        : string.Create(CultureInfo.InvariantCulture, $"{subject} {key} in {currency}");

    // PostgreSQL adds bigint up to numeric.
    private static long Whole(object sum) => Convert.ToInt64(sum, CultureInfo.InvariantCulture);

    private static string WithoutReversed(string sql) => sql
        .Replace("{allocation stands}", """NOT EXISTS (SELECT 1 FROM "Reversals" r WHERE r."AllocationId" = f."Id")""", StringComparison.Ordinal)
        .Replace("{refund stands}", """NOT EXISTS (SELECT 1 FROM "Reversals" r WHERE r."RefundId" = f."Id")""", StringComparison.Ordinal)
        .Replace("{adjustment stands}", """NOT EXISTS (SELECT 1 FROM "Reversals" r WHERE r."AdjustmentId" = f."Id")""", StringComparison.Ordinal);
}
