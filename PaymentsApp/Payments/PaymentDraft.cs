using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Payments;

/// <summary>
/// What was typed in the New payment window, and the arithmetic of its footer. What a person typed is never
/// changed by a plan or by a colleague's payment; what was only proposed follows the amount.
/// </summary>
public sealed partial class PaymentDraft(Guid paymentId, DateOnly receivedOn)
{
    /// <summary>How the amount box is called in <see cref="ReportProblem"/>.</summary>
    public const string AmountBox = "Amount";

    private readonly List<PaymentDraftLine> _lines = [];
    private readonly Dictionary<string, string> _problems = [];

    /// <summary>Made when the window opens; the idempotency key of the registration.</summary>
    public Guid PaymentId { get; } = paymentId;

    public PayerChoice? Payer { get; private set; }

    /// <summary>The payer's currency: that of the open invoices, else of the organization.</summary>
    public string Currency { get; private set; } = "USD";

    public Money? Amount { get; private set; }

    /// <summary>
    /// A person typed the amount, or a text that is none; a proposed one follows the ticked invoices. When the box was
    /// emptied, it stays empty until the next tick.
    /// </summary>
    public bool IsAmountTyped { get; private set; }

    public Money? BankFee { get; private set; }

    public DateOnly? ReceivedOn { get; set; } = receivedOn;

    public int? PaymentTypeId { get; set; }

    public string Reference { get; set; } = string.Empty;

    public DateOnly? CheckDatedOn { get; set; }

    public string Memo { get; set; } = string.Empty;

    /// <summary>The person may settle invoices without money.</summary>
    public bool CanAdjust { get; init; }

    /// <summary>The payer's open invoices of <see cref="Currency"/>, oldest first.</summary>
    public IReadOnlyList<PaymentDraftLine> Lines => _lines;

    /// <summary>Boxes whose text is not a value: nothing is saved while there is one.</summary>
    public IReadOnlyCollection<string> Problems => _problems.Values;

    /// <summary>Something was typed or chosen that closing the window would lose.</summary>
    public bool IsTouched { get; private set; }

    public Money Applicable => (Amount ?? Zero) + (BankFee ?? Zero) + CreditChosen;

    public Money Applied => _lines.Aggregate(Zero, (sum, line) => sum + (line.Share ?? Zero));

    /// <summary>What stays as credit; negative when more is applied than received.</summary>
    public Money Unapplied => Applicable - Applied - (CreditChosen - CreditUsed);

    private Money Zero => Money.Zero(Currency);

    private Money LeftByTyped => _lines.Where(line => line.IsTyped).Aggregate(Applicable, (rest, line) => rest - line.Share!.Value);

    private bool HasAmountText => Amount is not null || _problems.ContainsKey(AmountBox);

    /// <summary>Chooses who paid; figures of another payer are cleared.</summary>
    /// <remarks>Proposes nothing yet: see <see cref="StartFrom"/> and <see cref="Propose"/>.</remarks>
    public void ChoosePayer(PayerChoice? payer, string currency, IEnumerable<OpenInvoice> openInvoices, PayerTerms? terms = null)
    {
        Release();
        Payer = payer;
        Terms = terms ?? PayerTerms.Plain;
        Sums = SumAnswer.None;
        if (currency != Currency)
        {
            var sameDecimals = Domain.Currency.ExponentOf(currency) == Domain.Currency.ExponentOf(Currency);
            Amount = Amount is { } typed && IsAmountTyped && sameDecimals ? typed with { Currency = currency } : null;
            IsAmountTyped = HasAmountText;
            BankFee = null;
            Currency = currency;
        }

        // The other boxes keep their text, and with it what is wrong with it.
        _lines.ForEach(line => _problems.Remove(line.Box));
        _lines.Clear();
        ForgetCredit();
        _lines.AddRange(openInvoices.Where(invoice => invoice.Total.Currency == currency).Select(invoice => new PaymentDraftLine(invoice)));
        if (!IsAmountTyped)
        {
            Amount = null;
        }
    }

    /// <summary>Starts with this invoice ticked and, unless one was typed before, its outstanding as the amount.</summary>
    public void StartFrom(int invoiceId)
    {
        if (_lines.Find(line => line.InvoiceId == invoiceId) is { } line)
        {
            ProposeShare(line);
        }
    }

    public void TypeAmount(Money? amount)
    {
        Touch();
        var isSame = IsAmountTyped && amount == Amount;
        Amount = amount;
        IsAmountTyped = HasAmountText;
        if (amount is not null && !isSame)
        {
            PlanAnew();
        }
    }

    public void TypeBankFee(Money? fee)
    {
        Touch();
        BankFee = fee is { IsZero: true } ? null : fee;
        _isFeeProposed = false;
        PlanAnew();
    }

    public void Tick(PaymentDraftLine line)
    {
        ChosenByPerson();
        _problems.Remove(line.Box);
        var wasTyped = line.IsTyped;
        ProposeShare(line);
        FollowTyped(wasTyped);
    }

    public void Untick(PaymentDraftLine line)
    {
        ChosenByPerson();
        _problems.Remove(line.Box);
        var wasTyped = line.IsTyped;
        line.Untick();
        Plan();
        FollowTyped(wasTyped);
    }

    /// <summary>A typed figure; null or zero unticks the invoice.</summary>
    public void TypeShare(PaymentDraftLine line, Money? share)
    {
        ChosenByPerson();
        if (share is { IsPositive: true } positive)
        {
            _problems.Remove(line.Box);
            line.Type(positive);
        }
        else
        {
            line.Untick();
        }

        FollowShares();
        FindSums();
    }

    /// <summary>Takes what is ticked as the amount received.</summary>
    public void TakeAppliedAsAmount()
    {
        Touch();
        IsAmountTyped = false;
        ChosenByPerson();
        FollowShares();
        FindSums();
    }

    /// <summary>Gives what the typed shares leave to the other invoices, oldest first.</summary>
    public void ApplyOldestFirst()
    {
        ChosenByPerson();
        TickPlan(AllocationPlanner.OldestFirst(LeftByTyped.Minor, Items()));
    }

    public void Clear()
    {
        ChosenByPerson();
        _lines.ForEach(line => line.Untick());
        FollowShares();
        FindSums();
    }

    /// <summary>
    /// Takes over what colleagues did meanwhile. Shares stay as they are: the row says what changed, the person decides.
    /// </summary>
    /// <param name="openInvoices">The payer's open invoices now.</param>
    /// <param name="latest">The newest allocation of the invoices that changed.</param>
    public void Follow(IReadOnlyList<OpenInvoice> openInvoices, IReadOnlyDictionary<int, LatestAllocation> latest)
    {
        var now = openInvoices.Where(invoice => invoice.Total.Currency == Currency).ToDictionary(invoice => invoice.Id);
        foreach (var line in _lines)
        {
            var invoice = now.GetValueOrDefault(line.InvoiceId) ?? line.Invoice with { Outstanding = Zero };
            line.Follow(invoice, latest.GetValueOrDefault(line.InvoiceId));
        }

        // A row that is paid and not ticked has nothing more to say here.
        _lines.RemoveAll(line => line.Invoice.Outstanding.IsZero && !line.IsTicked && !_problems.ContainsKey(line.Box));
        var known = _lines.Select(line => line.InvoiceId).ToHashSet();
        _lines.AddRange(now.Values.Where(invoice => !known.Contains(invoice.Id)).Select(invoice => new PaymentDraftLine(invoice)));
        _lines.Sort((left, right) => (left.Invoice.DueOn, left.InvoiceId).CompareTo((right.Invoice.DueOn, right.InvoiceId)));
        FindSums();
    }

    /// <summary>The command, when every needed field has a value; the service checks the rest.</summary>
    public RegisterPayment? ToCommand() =>
        Payer is { } payer && Amount is { } amount && ReceivedOn is { } receivedOn && PaymentTypeId is { } paymentTypeId && Split() is var split
            ? new RegisterPayment(
                PaymentId, payer.OrganizationId, amount, BankFee ?? Zero, receivedOn, paymentTypeId, Reference, CheckDatedOn, Memo, split.Paid)
            {
                Credits = split.Uses,
                MeantForInvoiceId = Unapplied.IsPositive ? MeantForInvoiceId : null,
                Adjustments = [.. _lines.SelectMany(line => line.Differences).Select(difference => difference.ToAdjustment()).OfType<InvoiceAdjustment>()],
                ShortPays = [.. _lines.SelectMany(line => line.Differences).Select(difference => difference.ToShortPay()).OfType<ShortPay>()],
            }
            : null;

    public void Touch() => IsTouched = true;

    /// <summary>A box says that its text is no value, or with null that it is one again.</summary>
    public void ReportProblem(string box, string? problem)
    {
        Touch();
        _problems.Remove(box);
        if (problem is not null)
        {
            _problems.Add(box, problem);
        }
        else if (box == AmountBox)
        {
            IsAmountTyped = HasAmountText;
        }
    }

    private IEnumerable<OpenItem> Items() =>
        _lines.Where(line => !line.IsTyped && line.Invoice.Outstanding.IsPositive).Select(line => line.Invoice.ToItem(ReceivedOn));

    // With nothing left, the invoice is ticked in full: the footer says by how much the amount is exceeded.
    private void ProposeShare(PaymentDraftLine line)
    {
        var left = Applicable - Applied;
        line.Propose(IsAmountTyped && left.IsPositive ? Money.Min(left, line.Invoice.Outstanding) : line.Invoice.Outstanding);
        FollowShares();
    }

    // Proposed shares take what the typed ones leave, oldest first. One that gets nothing stays ticked with zero: a
    // person chose the invoice, and when the amount is corrected it gets its share again.
    private void Plan()
    {
        if (!IsAmountTyped)
        {
            FollowShares();
        }
        else if (Amount is not null)
        {
            var left = LeftByTyped;
            foreach (var line in _lines.Where(line => line.IsTicked && !line.IsTyped))
            {
                var share = Money.Max(Zero, Money.Min(left, line.Invoice.Outstanding));
                left -= share;
                line.Propose(share);
            }
        }
    }

    private void FollowShares()
    {
        if (!IsAmountTyped)
        {
            var received = Applied - CreditUsed - (BankFee ?? Zero);
            Amount = received.IsPositive ? received : null;
        }
    }
}
