using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

// Differences, with a payment and without, and the second person.
internal sealed partial class RandomCommands
{
    private static readonly AdjustmentKind[] Kinds = [AdjustmentKind.WriteOff, AdjustmentKind.Deduction, AdjustmentKind.Discount];

    private readonly List<AdjustInvoice> _adjusted = [];
    private readonly List<ReverseAdjustment> _takenBack = [];

    // What the shares leave open, mostly; at times the same invoice gets two.
    private List<InvoiceAdjustment> Differences(List<InvoiceShare> shares)
    {
        List<InvoiceAdjustment> differences = [];
        foreach (var share in shares)
        {
            var left = model.Invoices[share.InvoiceId].Outstanding - share.Amount.Minor;
            for (var i = random.Next(0, 3); i > 0 && (left > 0 || random.Next(10) == 0); i--)
            {
                var difference = Difference(share.InvoiceId, share.Amount.Currency, Math.Max(1, left));
                left -= difference.Amount.Minor;
                differences.Add(difference);
            }
        }

        return differences;
    }

    private AdjustInvoice Adjust()
    {
        var id = PickInvoice();
        var invoice = model.Invoices[id];
        return new AdjustInvoice(Difference(id, invoice.Currency, Math.Max(1, invoice.Outstanding)), random.Next(20) == 0 ? today.AddDays(1) : today);
    }

    private InvoiceAdjustment Difference(int invoiceId, string currency, long open) => new(
        Guid.CreateVersion7(),
        invoiceId,
        Kinds[random.Next(Kinds.Length)],
        new Money(random.Next(30) == 0 ? 0 : Part(open), currency),
        random.Next(30) == 0 ? "NoSuchReason" : "Other",
        random.Next(3) == 0 ? "As agreed" : null);

    private ReverseAdjustment TakeBack()
    {
        var adjustment = Pick(model.Adjustments.Where(pair => pair.Value.ReversedBy is null || random.Next(10) == 0).ToList());
        return new ReverseAdjustment(Guid.CreateVersion7(), adjustment.Key, random.Next(20) == 0 ? "" : "By mistake");
    }

    private DecideApproval Approve() => new(
        model.WaitingRefunds.Count > 0 && random.Next(2) == 0 ? model.WaitingRefunds.Keys.ElementAt(random.Next(model.WaitingRefunds.Count))
            : model.Waiting.Count == 0 || random.Next(20) == 0 ? Guid.CreateVersion7()
            : random.Next(10) == 0 && _adjusted.Count > 0 ? _adjusted[random.Next(_adjusted.Count)].Difference.AdjustmentId
            : model.Waiting.Keys.ElementAt(random.Next(model.Waiting.Count)),
        null);
}
