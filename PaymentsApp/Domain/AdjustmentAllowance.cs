namespace PaymentsApp.Domain;

/// <summary>
/// How much of one invoice may be settled without money and without a second person: what was agreed, and beyond it what the person's
/// limits allow. Counts what stands already, so that a large difference cannot be written in small pieces.
/// </summary>
/// <param name="agreedDiscountMinor">The early-payment discount of the payment's date, in minor units.</param>
/// <param name="agreedCommissionMinor">The payer's agreed commission, in minor units.</param>
/// <param name="largestDiscountMinor">Discount and commission beyond what was agreed, in minor units.</param>
/// <param name="largestWriteOffMinor">Write-offs and deductions, in minor units.</param>
public sealed class AdjustmentAllowance(
    long agreedDiscountMinor, long agreedCommissionMinor, long largestDiscountMinor, long largestWriteOffMinor)
{
    private long _discountLeft = agreedDiscountMinor;
    private long _commissionLeft = agreedCommissionMinor;
    private long _givenAway;
    private long _writtenOff;

    /// <summary>Whether one person may write it alone.</summary>
    public bool Covers(AdjustmentKind kind, long minor) => kind switch
    {
        AdjustmentKind.Discount => Beyond(minor, _discountLeft) is var beyond && (beyond == 0 || _givenAway + beyond <= largestDiscountMinor),
        AdjustmentKind.AgencyCommission => Beyond(minor, _commissionLeft) is var beyond && (beyond == 0 || _givenAway + beyond <= largestDiscountMinor),
        AdjustmentKind.WriteOff or AdjustmentKind.Deduction => _writtenOff + minor <= largestWriteOffMinor,
        _ => true, // a credit note was granted when it was made
    };

    /// <summary>Counts one that stands.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="minor">Its amount, in minor units.</param>
    /// <param name="isApproved">A second person answers for it: it uses up what was agreed, but not the limits.</param>
    public void Take(AdjustmentKind kind, long minor, bool isApproved)
    {
        var counted = isApproved ? 0 : 1;
        switch (kind)
        {
            case AdjustmentKind.Discount:
                _givenAway += counted * Beyond(minor, _discountLeft);
                _discountLeft = Math.Max(0, _discountLeft - minor);
                break;
            case AdjustmentKind.AgencyCommission:
                _givenAway += counted * Beyond(minor, _commissionLeft);
                _commissionLeft = Math.Max(0, _commissionLeft - minor);
                break;
            case AdjustmentKind.WriteOff or AdjustmentKind.Deduction:
                _writtenOff += counted * minor;
                break;
            default:
                break;
        }
    }

    private static long Beyond(long minor, long left) => Math.Max(0, minor - left);
}
