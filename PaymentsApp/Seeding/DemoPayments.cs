using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.Seeding;

/// <summary>
/// Registers the payments of the demo data, day by day, through the same domain rules as a person's save, and
/// corrects a few of them as people do: bounced checks, money on the wrong invoice.
/// </summary>
internal sealed class DemoPayments(
    AppDbContext db, LedgerHead head, IReadOnlyDictionary<string, int> paymentTypes, DateOnly today, DateTime now, Random random)
{
    private readonly PriorityQueue<Action, (DateOnly, int)> _events = new();
    private int _scheduled;
    private int _checks;
    private int _mistakes;

    /// <summary>Adds everything to the context; the caller saves.</summary>
    public void Register(IEnumerable<DemoPayment> plan)
    {
        foreach (var payment in plan)
        {
            Schedule(payment.ReceivedOn, () => Register(payment, At(payment.ReceivedOn)));
        }

        while (_events.TryDequeue(out var act, out _))
        {
            act();
        }
    }

    private void Schedule(DateOnly day, Action act)
    {
        if (day <= today)
        {
            _events.Enqueue(act, (day, _scheduled++));
        }
    }

    // Some time of the company's working day; not later than now.
    private Recorded At(DateOnly day)
    {
        var at = day.ToDateTime(new TimeOnly(14, 0), DateTimeKind.Utc).AddSeconds(random.Next(0, 6 * 3600));
        return new Recorded(at < now ? at : now, DemoPeople.FinanceId);
    }

    private void Register(DemoPayment planned, Recorded recorded)
    {
        if (planned.Payer.OwnerId is { } owner && planned.Shares.All(share => share.Invoice.OrganizationId == planned.Payer.Id) && random.Next(100) < 20)
        {
            recorded = recorded with { ById = owner };
        }

        var command = Command(planned);
        var facts = Payment.Register(command, head.NextPaymentNumber(), planned.Shares.ToDictionary(share => share.Invoice.Id, share => share.Invoice), recorded);
        db.Payments.Add(facts.Payment);
        db.Allocations.AddRange(facts.Allocations);
        if (facts.BankFee is { } fee)
        {
            db.Adjustments.Add(fee);
        }

        Audit(PaymentAudit.Registered(facts), recorded);

        if (command.CheckDatedOn is not null && ++_checks % 25 == 7)
        {
            var day = planned.ReceivedOn.AddDays(5);
            Schedule(day, () => Bounce(facts, planned.Shares, day, At(day)));
        }
        else if (facts.Allocations.Count > 0 && ++_mistakes % 90 == 40)
        {
            var day = planned.ReceivedOn.AddDays(2);
            Schedule(day, () => TakeBack(facts, planned.Shares[0].Invoice, day, At(day)));
        }
    }

    private RegisterPayment Command(DemoPayment planned)
    {
        var currency = planned.Payer.Currency;
        var isForeign = planned.Client.PaymentType == "Wire" && currency != "USD";
        var fee = isForeign ? currency == "JPY" ? 2500 : 15_00 : 0;
        return new RegisterPayment(
            Guid.CreateVersion7(),
            planned.Payer.Id,
            new Money(planned.AmountMinor - fee, currency),
            new Money(fee, currency),
            planned.ReceivedOn,
            paymentTypes[planned.Client.PaymentType],
            Reference(planned),
            planned.Client.PaymentType == "Check" ? planned.ReceivedOn.AddDays(-random.Next(1, 5)) : null,
            Memo(planned),
            [.. planned.Shares.Select(share => new InvoiceShare(share.Invoice.Id, new Money(share.Minor, currency)))]);
    }

    private string? Reference(DemoPayment planned)
    {
        var day = planned.ReceivedOn;
        return planned.Client.PaymentType switch
        {
            "Check" => Text($"{1000 + (planned.Payer.Id * 83) + random.Next(0, 80)}"),
            "ACH" => Text($"ACH-{day:yyMMdd}-{random.Next(100, 999)}"),
            "Wire" => Text($"FT{day:yyMMdd}-{random.Next(1000, 9999)}"),
            "Card" => Text($"AUTH {random.Next(100000, 999999)}"),
            "Direct debit" => Text($"DD-{day:yyMM}-{planned.Payer.CustomerNumber}"),
            "Trade" => Text($"Trade agreement {day.Year}"),
            _ => null,
        };
    }

    private string? Memo(DemoPayment planned) =>
        planned.Shares.Count == 0 ? "Deposit for the next season"
        : planned.Shares.Count > 2 ? "Remittance advice by e-mail"
        : random.Next(100) < 6 ? "Called to confirm the amount"
        : null;

    private void Bounce(RegisteredFacts facts, IReadOnlyList<(Invoice Invoice, long Minor)> shares, DateOnly day, Recorded recorded)
    {
        const string reason = "Check returned unpaid by the bank";
        db.Reversals.AddRange(facts.Allocations.Zip(shares).Select(pair =>
            facts.Payment.Unapply(Guid.CreateVersion7(recorded.At), pair.First, pair.Second.Invoice, day, reason, recorded)));
        var reversal = facts.Payment.Reverse(Guid.CreateVersion7(recorded.At), day, reason, recorded);
        db.Reversals.Add(reversal);
        Audit(PaymentAudit.Reversed(facts.Payment, reversal, facts.Allocations), recorded);
    }

    // The money stays as credit, and the invoice is open again.
    private void TakeBack(RegisteredFacts facts, Invoice invoice, DateOnly day, Recorded recorded)
    {
        var before = facts.Payment.UnappliedMinor;
        var allocation = facts.Allocations[0];
        var reversal = facts.Payment.Unapply(
            Guid.CreateVersion7(recorded.At), allocation, invoice, day, "Applied to the wrong invoice", recorded);
        db.Reversals.Add(reversal);
        Audit(PaymentAudit.Unapplied(facts.Payment, allocation, reversal, before), recorded);
    }

    private void Audit(AuditFact fact, Recorded recorded) => db.AuditEntries.Add(head.Append(fact, recorded));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
