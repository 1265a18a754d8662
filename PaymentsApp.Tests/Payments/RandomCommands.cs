using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Payments;

/// <summary>Invents commands over a <see cref="LedgerModel"/>: mostly sensible, often too much, sometimes plain wrong, sometimes sent again.</summary>
internal sealed partial class RandomCommands(LedgerModel model, Random random, DateOnly today)
{
    private readonly List<RegisterPayment> _registrations = [];
    private readonly List<UnapplyAllocation> _unapplied = [];
    private readonly List<ReversePayment> _reversed = [];
    private readonly List<ApplyCredit> _applied = [];

    public object Next() => random.Next(130) switch
    {
        < 42 => Register(),
        < 46 => Remember(_used, Again(_used) ?? Use()),
        < 52 => Remember(_adjusted, Again(_adjusted) ?? Adjust()),
        < 56 => Remember(_takenBack, Again(_takenBack) ?? TakeBack()),
        < 59 => Approve(),
        < 75 => Remember(_applied, Again(_applied) ?? Apply()),
        < 92 => Remember(_unapplied, Again(_unapplied) ?? Unapply()),
        < 100 => Remember(_reversed, Again(_reversed) ?? Reverse()),
        _ => Correction(),
    };

    private static T Remember<T>(List<T> sent, T command)
    {
        sent.Add(command);
        return command;
    }

    // Lost answers: the same command comes again now and then.
    private T? Again<T>(List<T> sent)
        where T : class => sent.Count > 0 && random.Next(12) == 0 ? sent[random.Next(sent.Count)] : null;

    private RegisterPayment Register()
    {
        if (Again(_registrations) is { } again)
        {
            return random.Next(3) == 0 ? Spoil(again) : again;
        }

        var (organization, currency) = PickAccount();
        var own = model.Invoices.Where(pair => IsPayable(pair.Value, organization) && pair.Value.Currency == currency).ToList();
        List<InvoiceShare> shares = [];
        for (var i = random.Next(0, 4); i > 0 && own.Count > 0; i--)
        {
            var (id, invoice) = own[random.Next(own.Count)];
            if (shares.TrueForAll(share => share.InvoiceId != id))
            {
                shares.Add(new InvoiceShare(id, new Money(Part(invoice.Outstanding), currency)));
            }
        }

        var fee = random.Next(10) == 0 ? random.Next(0, 50) : 0;
        var applied = shares.Sum(share => share.Amount.Minor);
        var amount = Math.Max(1, applied - fee + (random.Next(4) switch { 0 => random.Next(0, 500), 1 => -random.Next(0, 40), _ => 0 }));
        var command = new RegisterPayment(
            Guid.CreateVersion7(), organization, new Money(amount, currency), new Money(fee, currency), today.AddDays(-random.Next(0, 30)),
            PaymentTypeId: random.Next(1, 9), Reference: $"R{random.Next(1000)}", CheckDatedOn: null, Memo: null, shares)
        {
            Adjustments = random.Next(5) == 0 && shares.Count > 0 ? Differences(shares) : [],
            Credits = random.Next(6) == 0 ? Uses(organization, currency) : [],
        };
        return Remember(_registrations, random.Next(8) == 0 ? Spoil(command) : command);
    }

    private RegisterPayment Spoil(RegisterPayment command)
    {
        var share = command.Allocations.Count > 0 ? command.Allocations[0] : null;
        return random.Next(10) switch
        {
            0 => command with { PayerId = 99_999 },
            1 => command with { Amount = command.Amount with { Minor = -random.Next(0, 5) } },
            2 => command with { BankFee = command.BankFee with { Minor = -1 } },
            3 => command with { ReceivedOn = today.AddDays(1) },
            4 => command with { PaymentTypeId = 77 },
            5 when share is not null => command with { Allocations = [.. command.Allocations, share] },
            6 => command with { Allocations = [.. command.Allocations, new InvoiceShare(PickInvoice(), command.Amount)] },
            7 => command with { Allocations = [.. command.Allocations, new InvoiceShare(99_999, command.Amount)] },
            8 when share is not null => command with { Allocations = [share with { Amount = share.Amount with { Minor = 0 } }, .. command.Allocations.Skip(1)] },
            _ => command with { Amount = command.Amount with { Minor = command.Amount.Minor + 1 } },
        };
    }

    private ApplyCredit Apply()
    {
        var payment = Pick(model.Payments.Where(pair => random.Next(5) == 0 || pair.Value.Unapplied > 0).ToList());
        var currency = payment.Value?.Command.Amount.Currency ?? "USD";
        var own = model.Invoices.Where(pair => pair.Value.Currency == currency && IsPayable(pair.Value, payment.Value?.Command.PayerId ?? 0)).ToList();
        var invoiceId = own.Count > 0 && random.Next(12) > 0 ? own[random.Next(own.Count)].Key : PickInvoice();
        return new ApplyCredit(
            Guid.CreateVersion7(), payment.Key, invoiceId, new Money(Part(Math.Max(1, payment.Value?.Unapplied ?? 1)), random.Next(40) == 0 ? "GBP" : currency));
    }

    private UnapplyAllocation Unapply()
    {
        var allocation = Pick(model.Allocations.Where(pair => pair.Value.Stands || random.Next(10) == 0).ToList());
        return new UnapplyAllocation(Guid.CreateVersion7(), allocation.Key, random.Next(20) == 0 ? " " : "Wrong invoice");
    }

    private ReversePayment Reverse()
    {
        var payment = Pick(model.Payments.Where(pair => pair.Value.ReversedBy is null || random.Next(10) == 0).ToList());
        var on = random.Next(8) switch { 0 => today.AddDays(1), 1 => today.AddDays(-40), _ => today };
        return new ReversePayment(Guid.CreateVersion7(), payment.Key, on, random.Next(20) == 0 ? "" : "Bounced") { TakesCreditBack = random.Next(3) > 0 };
    }

    // Mostly a part or the whole, sometimes more than there is.
    private long Part(long whole) => random.Next(6) switch
    {
        0 => whole + random.Next(1, 50),
        1 or 2 => Math.Max(1, whole),
        _ => random.NextInt64(1, Math.Max(2, whole)),
    };

    private (int Organization, string Currency) PickAccount()
    {
        var invoice = model.Invoices[PickInvoice()];
        return (invoice.OrganizationId, invoice.Currency);
    }

    private bool IsPayable(ModelInvoice invoice, int payer) =>
        invoice.OrganizationId == payer || model.PayerOf.GetValueOrDefault(invoice.OrganizationId) == payer;

    private int PickInvoice() => model.Invoices.Keys.ElementAt(random.Next(model.Invoices.Count));

    // Now and then something that does not exist.
    private (Guid Key, T? Value) Pick<T>(IReadOnlyList<KeyValuePair<Guid, T>> candidates)
        where T : class
    {
        if (candidates.Count == 0 || random.Next(40) == 0)
        {
            return (Guid.CreateVersion7(), null);
        }

        var (key, value) = candidates[random.Next(candidates.Count)];
        return (key, value);
    }
}
