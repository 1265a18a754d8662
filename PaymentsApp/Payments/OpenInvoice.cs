using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>An open invoice as the payment window shows it.</summary>
/// <param name="Description">What was sold: the first row, and how many more there are.</param>
public sealed record OpenInvoice(
    int Id, string Number, DateOnly IssuedOn, DateOnly DueOn, Money Total, Money Outstanding, string Description)
{
    /// <summary>The magazine issue of its first row; null: none, or nobody asked for it.</summary>
    public string? Issue { get; init; }

    /// <summary>The early-payment discount, and until when it is granted; zero: none.</summary>
    public Money Discount { get; init; } = Money.Zero(Total.Currency);

    public DateOnly DiscountUntil { get; init; }

    /// <summary>Who was invoiced, when the payer pays for somebody else; null: the payer itself.</summary>
    public PaidClient? Client { get; init; }

    internal OpenItem ToItem(DateOnly? receivedOn) => new(Id, DueOn, Outstanding.Minor, receivedOn <= DiscountUntil ? Discount.Minor : 0);
}
