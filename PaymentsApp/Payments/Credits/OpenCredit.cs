using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Credits;

/// <summary>Credit that can be used: unapplied money of a payment, or what is left of a credit note.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Id">Of the payment or the credit note.</param>
/// <param name="Number">What people call it.</param>
/// <param name="On">Received or issued on.</param>
/// <param name="Text">The payment's reference, or the credit note's reason; null for none.</param>
/// <param name="Unapplied">What is left; positive.</param>
public sealed record OpenCredit(CreditKind Kind, Guid Id, string Number, DateOnly On, string? Text, Money Unapplied)
{
    /// <summary>The invoice that the payer meant; null when nobody said.</summary>
    public int? MeantForInvoiceId { get; init; }

    /// <summary>Its number; null likewise.</summary>
    public string? MeantForNumber { get; init; }

    /// <summary>That invoice is open still: the credit waits for it.</summary>
    public bool IsMeantOpen { get; init; }

    /// <summary>As a plan sees it.</summary>
    public CreditItem ToItem() => new(Id, Unapplied.Minor, IsMeantOpen ? MeantForInvoiceId : null, Kind == CreditKind.CreditNote);
}
