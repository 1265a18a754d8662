using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

// Moves, corrections, returns, refunds, and credit notes that are cancelled or paid back.
internal sealed partial class RandomCommands
{
    private readonly List<object> _corrections = [];

    private object Correction()
    {
        if (Again(_corrections) is { } again)
        {
            return again;
        }

        object command = random.Next(8) switch
        {
            0 => Move(),
            1 => Correct(),
            2 => Return(),
            3 => Refund(),
            4 => RefundNote(),
            5 => Cancel(),
            6 => TakeRefundBack(),
            _ => TakeWithdrawalBack(),
        };
        _corrections.Add(command);
        return command;
    }

    private MoveAllocation Move()
    {
        var (id, allocation) = Pick(model.Allocations.Where(pair => pair.Value.Stands || random.Next(10) == 0).ToList());
        var currency = allocation is null ? "USD" : model.Invoices[allocation.InvoiceId].Currency;
        var payer = allocation is null ? 0 : model.Payments[allocation.PaymentId].Command.PayerId;
        var own = model.Invoices.Where(pair => pair.Value.Currency == currency && IsPayable(pair.Value, payer)).Select(pair => pair.Key).ToList();
        return new MoveAllocation(
            Guid.CreateVersion7(), id, own.Count > 0 && random.Next(12) > 0 ? own[random.Next(own.Count)] : PickInvoice(),
            new Money(Part(allocation?.Amount ?? 1), currency), Reason("Wrong invoice"));
    }

    private CorrectPayment Correct()
    {
        var (id, wrong) = Pick(model.Payments.Where(pair => pair.Value.ReversedBy is null || random.Next(10) == 0).ToList());
        var (organization, currency) = PickAccount();
        var command = wrong?.Command;
        var payer = command is null || random.Next(6) == 0 ? organization : command.PayerId;
        var amount = (command?.Amount.Minor ?? 100) + (random.Next(3) == 0 ? random.Next(-60, 60) : 0);
        var right = new RegisterPayment(
            Guid.CreateVersion7(), payer, new Money(random.Next(30) == 0 ? 0 : Math.Max(1, amount), command?.Amount.Currency ?? currency),
            command?.BankFee ?? Money.Zero(currency), random.Next(30) == 0 ? today.AddDays(1) : today.AddDays(-random.Next(0, 30)),
            PaymentTypeId: random.Next(1, 9), "Corrected", CheckDatedOn: null, Memo: null, []);
        return new CorrectPayment(id, right, Reason("Typed wrong"));
    }

    private ReturnPayment Return()
    {
        var (id, payment) = Pick(model.Payments.Where(pair => pair.Value.ReversedBy is null || random.Next(10) == 0).ToList());
        return new ReturnPayment(
            Guid.CreateVersion7(), id, random.Next(10) == 0 ? today.AddDays(1) : today, "A",
            new Money(random.Next(0, 20), payment?.Command.Amount.Currency ?? "USD"), ChargesPayer: false, null)
        {
            TakesCreditBack = random.Next(3) > 0,
        };
    }

    private RefundPayment Refund()
    {
        var (id, payment) = Pick(model.Payments.Where(pair => pair.Value.Unapplied > 0 || random.Next(20) == 0).ToList());
        return new RefundPayment(
            Guid.CreateVersion7(), id, new Money(Part(payment?.Unapplied ?? 1), payment?.Command.Amount.Currency ?? "USD"), today, 1, null, "Paid twice");
    }

    private RefundCreditNote RefundNote()
    {
        var (id, note) = Pick(model.CreditNotes.Where(pair => pair.Value.Left > 0 || random.Next(20) == 0).ToList());
        return new RefundCreditNote(Guid.CreateVersion7(), id, new Money(Part(note?.Left ?? 1), note?.Currency ?? "USD"), today, 1, null, "Wants money");
    }

    private CancelCreditNote Cancel()
    {
        var (id, _) = Pick(model.CreditNotes.ToList());
        return new CancelCreditNote(Guid.CreateVersion7(), id, random.Next(12) == 0 ? today.AddDays(1) : today, Reason("Wrong client"))
        {
            TakesOffInvoices = random.Next(2) == 0,
        };
    }

    private ReverseRefund TakeRefundBack() => new ReverseRefund(
        Guid.CreateVersion7(), Of(model.Refunds.Where(pair => model.Payments.ContainsKey(pair.Value.Of)).Select(pair => pair.Key)), today, Reason("Never cashed"));

    private ReverseWithdrawal TakeWithdrawalBack() => new ReverseWithdrawal(
        Guid.CreateVersion7(), Of(model.Cancellations.Keys.Concat(model.Refunds.Where(pair => model.CreditNotes.ContainsKey(pair.Value.Of)).Select(pair => pair.Key))),
        today, Reason("It was right"));

    private string Reason(string reason) => random.Next(20) == 0 ? " " : reason;

    private Guid Of(IEnumerable<Guid> ids)
    {
        var all = ids.ToList();
        return all.Count == 0 || random.Next(30) == 0 ? Guid.CreateVersion7() : all[random.Next(all.Count)];
    }
}
