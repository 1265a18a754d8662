using PaymentsApp.Domain;
using PaymentsApp.Payments.Drafts;

namespace PaymentsApp.Payments;

// What is kept of a window, and how it comes back.
public sealed partial class PaymentDraft
{
    /// <summary>Everything that was typed or chosen.</summary>
    public DraftContent ToContent() => new(
        Payer?.OrganizationId, Currency, Amount?.Minor, IsAmountTyped, BankFee?.Minor, _isFeeProposed, ReceivedOn, PaymentTypeId, Reference, CheckDatedOn, Memo, Proposed)
    {
        Shares =
        [
            .. _lines.Where(line => line.IsTicked).Select(line => new DraftShare(line.InvoiceId, line.Share!.Value.Minor, line.IsTyped)
            {
                Differences =
                [
                    .. line.Differences.Select(difference => new DraftDifference(
                        difference.Id, difference.Kind, difference.Amount?.Minor, difference.ReasonCode, difference.Note)),
                ],
            }),
        ],
        Credits = [.. _credits.Where(credit => credit.Amount is not null).Select(credit => new DraftCredit(credit.Credit.Id, credit.Amount!.Value.Minor))],
        MeantForInvoiceId = MeantForInvoiceId,
    };

    /// <summary>Puts back what was kept, after the payer was chosen. Nothing is proposed in its place.</summary>
    /// <returns>How many ticked invoices are not open any more; their shares are not put back.</returns>
    public int Restore(DraftContent kept)
    {
        Touch();
        (ReceivedOn, PaymentTypeId, Reference, CheckDatedOn, Memo) = (kept.ReceivedOn, kept.PaymentTypeId, kept.Reference, kept.CheckDatedOn, kept.Memo);
        if (kept.Currency != Currency)
        {
            return kept.Shares.Count; // amounts of another currency would be other amounts
        }

        Amount = MoneyOf(kept.AmountMinor);
        IsAmountTyped = kept.IsAmountTyped && Amount is not null;
        BankFee = MoneyOf(kept.BankFeeMinor);
        _isFeeProposed = kept.IsFeeProposed;
        Proposed = kept.Proposed;
        var shares = kept.Shares.ToDictionary(share => share.InvoiceId);
        foreach (var line in _lines)
        {
            if (shares.Remove(line.InvoiceId, out var share))
            {
                line.Restore(new Money(share.Minor, Currency), share.IsTyped);
                share.Differences.ToList().ForEach(line.Restore);
            }
        }

        RestoreCredit(kept);
        FindSums();
        TakenProposal = Proposed is ProposalState.Taken or ProposalState.OnlySet
            ? Sums.Proposals.FirstOrDefault(proposal => proposal.Shares.All(share =>
                _lines.Exists(line => line.InvoiceId == share.InvoiceId && line.Share?.Minor == share.PaidMinor)))
            : null;
        return shares.Count;
    }

    private Money? MoneyOf(long? minor) => minor is { } amount ? new Money(amount, Currency) : null;
}
