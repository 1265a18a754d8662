using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Tests.Payments;

/// <summary>A draft of a payer with open invoices, and amounts in whole dollars.</summary>
internal static class DollarDrafts
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly PayerChoice Payer = new(7, "Harbor Books", "C-00007", "USD");

    /// <summary>Invoices 1, 2, 3 ... with these amounts open, the first one due first.</summary>
    public static PaymentDraft Of(params int[] openDollars)
    {
        var draft = new PaymentDraft(Guid.CreateVersion7(), Today) { PaymentTypeId = 1 };
        draft.ChoosePayer(Payer, "USD", openDollars.Select((dollars, index) => Open(index + 1, dollars)));
        return draft;
    }

    public static OpenInvoice Open(int id, int dollars, string currency = "USD") => new(
        id, $"INV-{id}", Today.AddDays(id - 40), Today.AddDays(id - 10),
        Money.Whole(Math.Max(dollars, 1_000), currency), Money.Whole(dollars, currency), "Full page, four color");

    public static Money Dollars(int dollars) => Money.Whole(dollars, "USD");

    public static PaymentDraftLine Line(this PaymentDraft draft, int invoiceId) => draft.Lines.Single(line => line.InvoiceId == invoiceId);

    /// <summary>Whole dollars to be applied, in the order of the rows; null where the row is not ticked.</summary>
    public static int?[] Shares(this PaymentDraft draft) => [.. draft.Lines.Select(line => (int?)(line.Share?.Minor / 100))];

    public static LatestAllocation PaidBy(string name, int dollars) => new(12, Dollars(dollars), name, new DateTime(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc));
}
