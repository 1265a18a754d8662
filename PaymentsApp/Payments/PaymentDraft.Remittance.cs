using PaymentsApp.Domain;
using PaymentsApp.Payments.Remittances;

namespace PaymentsApp.Payments;

// What the customer says the payment is for.
public sealed partial class PaymentDraft
{
    /// <summary>What a remittance advice of this payer may name: the open invoices, then the credit notes.</summary>
    public IReadOnlyList<RemittanceItem> RemittanceItems =>
    [
        .. _lines.Select(line => new RemittanceItem(line.Invoice.Number, line.Invoice.Outstanding.Minor)),
        .. CreditNotes.Select(credit => new RemittanceItem(credit.Credit.Number, -credit.Credit.Unapplied.Minor)),
    ];

    private IEnumerable<PaymentDraftCredit> CreditNotes => _credits.Where(credit => credit.Credit.Kind == CreditKind.CreditNote);

    /// <summary>
    /// Applies to the named invoices what the advice says, never more than is open, and uses the credit notes that it takes off. Invoices
    /// that it does not name get nothing. Without a typed amount, the sum of its lines is the amount, also of those that name nothing open.
    /// </summary>
    /// <param name="minorByNumber">What each number gets, in minor units; negative for a credit note.</param>
    /// <param name="sumMinor">Of all lines, in minor units.</param>
    public void TakeRemittance(IReadOnlyDictionary<string, long> minorByNumber, long sumMinor)
    {
        ChosenByPerson();
        Release();
        if (!IsAmountTyped && sumMinor > 0)
        {
            Amount = new Money(sumMinor, Currency);
            IsAmountTyped = true;
        }

        foreach (var line in _lines)
        {
            _problems.Remove(line.Box);
            var share = Math.Min(minorByNumber.GetValueOrDefault(line.Invoice.Number), line.Invoice.Outstanding.Minor);
            if (share > 0)
            {
                line.Type(new Money(share, Currency));
            }
            else
            {
                line.Untick();
            }
        }

        foreach (var credit in CreditNotes)
        {
            var use = Math.Min(-minorByNumber.GetValueOrDefault(credit.Credit.Number), credit.Credit.Unapplied.Minor);
            credit.Amount = use > 0 ? new Money(use, Currency) : null;
            _problems.Remove(credit.Box);
        }

        FollowShares();
        FindSums();
    }
}
