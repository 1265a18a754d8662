using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>The words of differences.</summary>
public static class DifferenceText
{
    /// <summary>What a person may choose, in order.</summary>
    public static IReadOnlyList<AdjustmentKind> Kinds { get; } =
        [AdjustmentKind.WriteOff, AdjustmentKind.Discount, AdjustmentKind.AgencyCommission, AdjustmentKind.Deduction];

    /// <summary>"Write-off".</summary>
    public static string Of(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.Discount => "Discount",
        AdjustmentKind.WriteOff => "Write-off",
        AdjustmentKind.BankFee => "Bank fee",
        AdjustmentKind.AgencyCommission => "Agency commission",
        AdjustmentKind.Deduction => "Deduction",
        AdjustmentKind.CreditNote => "Credit note",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without words."),
    };

    /// <summary>How the proposed figure came about; null when nothing was agreed.</summary>
    public static string? Arithmetic(AdjustmentKind? kind, DifferenceOffer offer, CultureInfo culture) => kind switch
    {
        AdjustmentKind.Discount when offer is { DiscountBasisPoints: { } basisPoints, DiscountUntil: { } until } =>
            offer.Discount.IsZero
                ? $"{PercentText.Format(basisPoints, culture)} was offered until {until.ToString("d", culture)}: nothing of it is left."
                : $"{PercentText.Format(basisPoints, culture)} of {MoneyText.WithCode(offer.Total, culture)}, offered until {until.ToString("d", culture)}: {MoneyText.WithCode(offer.Discount, culture)}",
        AdjustmentKind.Discount => "No discount was offered on this invoice.",
        AdjustmentKind.AgencyCommission when offer.CommissionBasisPoints is { } basisPoints =>
            $"{PercentText.Format(basisPoints, culture)} of {MoneyText.WithCode(offer.Total, culture)}: {MoneyText.WithCode(offer.Commission, culture)}",
        AdjustmentKind.AgencyCommission => "No commission is agreed with this payer.",
        _ => null,
    };
}
