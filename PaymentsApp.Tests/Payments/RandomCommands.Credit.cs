using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

// Credit that is there already: of payments and of credit notes, beside a payment and alone.
internal sealed partial class RandomCommands
{
    private readonly List<UseCredit> _used = [];

    private UseCredit Use()
    {
        var (organization, currency) = PickAccount();
        return new UseCredit(Uses(organization, currency));
    }

    private List<CreditUse> Uses(int organization, string currency)
    {
        var invoices = model.Invoices.Where(pair => pair.Value.OrganizationId == organization && pair.Value.Currency == currency).ToList();
        var payments = model.Payments.Where(pair => pair.Value.Command.PayerId == organization && pair.Value.Command.Amount.Currency == currency && pair.Value.Unapplied > 0).ToList();
        var notes = model.CreditNotes.Where(pair => pair.Value.OrganizationId == organization && pair.Value.Currency == currency && pair.Value.Left > 0).ToList();
        List<CreditUse> uses = [];
        for (var i = random.Next(0, 4); i > 0; i--)
        {
            var (id, invoice) = invoices[random.Next(invoices.Count)];
            var isNote = notes.Count > 0 && (payments.Count == 0 || random.Next(2) == 0);
            if (!isNote && payments.Count == 0)
            {
                break;
            }

            var (source, left) = isNote && notes[random.Next(notes.Count)] is var note ? (note.Key, note.Value.Left)
                : payments[random.Next(payments.Count)] is var payment ? (payment.Key, payment.Value.Unapplied)
                : throw new InvalidOperationException();
            var invoiceId = random.Next(20) == 0 ? PickInvoice() : id;
            uses.Add(new CreditUse(
                Guid.CreateVersion7(), random.Next(40) == 0 ? CreditKind.CreditNote : isNote ? CreditKind.CreditNote : CreditKind.Payment,
                random.Next(30) == 0 ? Guid.CreateVersion7() : source, invoiceId, new Money(Part(Math.Max(1, Math.Min(left, invoice.Outstanding))), currency)));
        }

        return uses;
    }
}
