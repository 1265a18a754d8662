using PaymentsApp.Domain;
using PaymentsApp.Payments.Credits;
using PaymentsApp.Payments.Drafts;

namespace PaymentsApp.Payments;

// Credit that is there already, beside the money that came; and what money on no invoice is meant for.
public sealed partial class PaymentDraft
{
    private readonly List<PaymentDraftCredit> _credits = [];

    /// <summary>The payer's credit in <see cref="Currency"/>; empty for who may not apply it.</summary>
    public IReadOnlyList<PaymentDraftCredit> Credits => _credits;

    /// <summary>What a person chose of it.</summary>
    public Money CreditChosen => _credits.Aggregate(Zero, (sum, credit) => sum + (credit.Amount ?? Zero));

    /// <summary>What of it settles the ticked invoices: it goes first, the rest of what was chosen stays credit.</summary>
    public Money CreditUsed => Money.Min(CreditChosen, Applied);

    /// <summary>No money came: only credit is used, and no payment is registered.</summary>
    public bool IsCreditOnly =>
        Amount is null && !HasAmountText && BankFee is null && CreditUsed.IsPositive && CreditUsed == Applied && _lines.TrueForAll(line => line.Differences.Count == 0);

    /// <summary>The invoice that the payer meant, for money that stays unapplied; null when nobody said.</summary>
    public int? MeantForInvoiceId { get; private set; }

    /// <summary>Offers credit, or takes over what colleagues did to it; what was chosen stays as it was.</summary>
    public void OfferCredit(IReadOnlyList<OpenCredit> offered)
    {
        var now = offered.ToDictionary(credit => credit.Id);
        foreach (var known in _credits)
        {
            known.Credit = now.GetValueOrDefault(known.Credit.Id) ?? known.Credit with { Unapplied = Zero };
        }

        _credits.RemoveAll(credit => credit.Credit.Unapplied.IsZero && credit.Amount is null && !_problems.ContainsKey(credit.Box));
        var seen = _credits.Select(credit => credit.Credit.Id).ToHashSet();
        _credits.AddRange(offered.Where(credit => !seen.Contains(credit.Id)).Select(credit => new PaymentDraftCredit(credit)));
    }

    /// <summary>Chooses how much of a credit is used; null or zero: nothing.</summary>
    public void ChooseCredit(PaymentDraftCredit credit, Money? amount)
    {
        Touch();
        credit.Amount = amount is { IsPositive: true } ? amount : null;
        if (credit.Amount is null)
        {
            _problems.Remove(credit.Box);
        }

        FollowCredit();
    }

    /// <summary>
    /// Chooses as much credit as the ticked invoices need beside the typed amount; with none ticked, all of it, and what it settles is ticked.
    /// What is meant for another open invoice is left for that.
    /// </summary>
    /// <param name="invoiceId">Only this invoice; null: the ticked ones, or all.</param>
    public void UseCredit(int? invoiceId = null)
    {
        ChosenByPerson();
        var ticked = _lines.Where(line => line.IsTicked && (invoiceId is null || line.InvoiceId == invoiceId)).ToList();
        var wanted = ticked.Count > 0 ? ticked : [.. _lines.Where(line => invoiceId is null || line.InvoiceId == invoiceId)];
        var parts = CreditPlanner.Plan(
            [.. _credits.Select(credit => credit.Credit.ToItem())], [.. wanted.Select(line => Target(line, NeededBy(line)))], keepsMeant: true);
        var money = IsAmountTyped && Amount is { } amount ? amount + (BankFee ?? Zero) : Zero;
        var needed = Money.Max(Zero, wanted.Aggregate(-money, (sum, line) => sum + new Money(NeededBy(line), Currency)));
        var bySource = parts.GroupBy(part => part.CreditId).ToDictionary(group => group.Key, group => group.Sum(part => part.Minor));
        foreach (var credit in _credits)
        {
            var use = Money.Min(needed, new Money(bySource.GetValueOrDefault(credit.Credit.Id), Currency));
            credit.Amount = use.IsPositive ? use : null;
            needed -= use;
            _problems.Remove(credit.Box);
        }

        if (ticked.Count == 0 && !IsAmountTyped)
        {
            TickPlan(parts.GroupBy(part => part.InvoiceId).ToDictionary(group => group.Key, group => group.Sum(part => part.Minor)));
        }

        FollowCredit();
    }

    /// <summary>Uses no credit.</summary>
    public void ClearCredit()
    {
        Touch();
        _credits.ForEach(credit => credit.Amount = null);
        _credits.ForEach(credit => _problems.Remove(credit.Box));
        FollowCredit();
    }

    /// <summary>Remembers what the payer meant; null: nobody said.</summary>
    public void MeanFor(int? invoiceId)
    {
        Touch();
        MeantForInvoiceId = invoiceId;
    }

    /// <summary>The command when only credit is used; null when money came, or nothing is chosen.</summary>
    public UseCredit? ToUseCredit() => Payer is not null && IsCreditOnly ? new UseCredit(Split().Uses) : null;

    private static CreditTarget Target(PaymentDraftLine line, long minor) => new(line.InvoiceId, minor, line.Invoice.Client is not null);

    private static long NeededBy(PaymentDraftLine line) => Math.Max(0, (line.Invoice.Outstanding - line.Settled).Minor);

    private void FollowCredit()
    {
        if (IsAmountTyped && Amount is not null)
        {
            PlanAnew();
        }
        else
        {
            FollowShares();
        }
    }

    private void ForgetCredit()
    {
        _credits.ForEach(credit => _problems.Remove(credit.Box));
        _credits.Clear();
        MeantForInvoiceId = null;
    }

    private void RestoreCredit(DraftContent kept)
    {
        MeantForInvoiceId = _lines.Exists(line => line.InvoiceId == kept.MeantForInvoiceId) ? kept.MeantForInvoiceId : null;
        foreach (var credit in _credits)
        {
            credit.Amount = MoneyOf(kept.Credits.FirstOrDefault(chosen => chosen.CreditId == credit.Credit.Id)?.Minor);
        }
    }

    // Credit goes first; what it does not reach is paid with the money.
    private (IReadOnlyList<CreditUse> Uses, IReadOnlyList<InvoiceShare> Paid) Split()
    {
        var shares = _lines.Where(line => line.Share is { IsPositive: true }).Select(line => Target(line, line.Share!.Value.Minor)).ToList();
        var chosen = _credits.Where(credit => credit.Amount is not null).ToDictionary(credit => credit.Credit.Id);
        var parts = CreditPlanner.Plan([.. chosen.Values.Select(credit => credit.Credit.ToItem() with { Minor = credit.Amount!.Value.Minor })], shares, keepsMeant: false);
        var used = parts.GroupBy(part => part.InvoiceId).ToDictionary(group => group.Key, group => group.Sum(part => part.Minor));
        return (
            [.. parts.Select(part => new CreditUse(CreditUse.FactIdOf(PaymentId, part.CreditId, part.InvoiceId), chosen[part.CreditId].Credit.Kind, part.CreditId, part.InvoiceId, new Money(part.Minor, Currency)))],
            [
                .. shares.Select(share => new InvoiceShare(share.InvoiceId, new Money(share.Minor - used.GetValueOrDefault(share.InvoiceId), Currency)))
                    .Where(share => share.Amount.IsPositive),
            ]);
    }
}
