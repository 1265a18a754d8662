using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What was agreed about one invoice: the arithmetic behind a discount or a commission.</summary>
/// <param name="Total">Of the invoice; percentages are of it.</param>
/// <param name="DiscountBasisPoints">Null when no early-payment discount is offered.</param>
/// <param name="DiscountUntil">Its last day.</param>
/// <param name="Discount">What a payment of the asked day may still deduct; zero when its time is over.</param>
/// <param name="CommissionBasisPoints">The payer's; null when none is agreed.</param>
/// <param name="Commission">What the payer may still keep.</param>
public sealed record DifferenceOffer(
    Money Total, int? DiscountBasisPoints, DateOnly? DiscountUntil, Money Discount, int? CommissionBasisPoints, Money Commission);
