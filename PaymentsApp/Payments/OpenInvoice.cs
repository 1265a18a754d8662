using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>An open invoice as the payment window shows it.</summary>
/// <param name="Description">What was sold: the first row, and how many more there are.</param>
public sealed record OpenInvoice(
    int Id, string Number, DateOnly IssuedOn, DateOnly DueOn, Money Total, Money Outstanding, string Description)
{
    internal OpenItem ToItem() => new(Id, DueOn, Outstanding.Minor);
}
