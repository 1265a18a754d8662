using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What is agreed with a payer, and known of it, as far as proposals go.</summary>
/// <param name="Policy">What is ticked without being asked for.</param>
/// <param name="CommissionBasisPoints">What it keeps as an agency; 0: it is none.</param>
/// <param name="Fees">What banks kept of its latest payments, newest first.</param>
public sealed record PayerTerms(AllocationPolicy Policy, int CommissionBasisPoints, IReadOnlyList<KnownFee> Fees)
{
    /// <summary>Nothing is agreed and nothing known.</summary>
    public static PayerTerms Plain { get; } = new(AllocationPolicy.ExactFirst, 0, []);

    /// <summary>Not all open invoices are in the window, so that no set of them is certain.</summary>
    public bool HasHiddenInvoices { get; init; }

    /// <summary>A person said that this payment is meant for no invoice; nothing that is agreed with the payer.</summary>
    public bool IsOnAccount { get; init; }

    /// <summary>Fees of this type of payment, the most frequent first: what a wire costs says nothing about a check.</summary>
    public IReadOnlyList<long> FeesOf(int? paymentTypeId) =>
    [
        .. Fees.Where(fee => fee.PaymentTypeId == paymentTypeId).GroupBy(fee => fee.FeeMinor)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Select(same => same.Key),
    ];
}
