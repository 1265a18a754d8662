using PaymentsApp.Payments.Payers;

namespace PaymentsApp.Payments;

/// <summary>An organization as the payer box shows it.</summary>
public sealed record PayerChoice(int OrganizationId, string Name, string CustomerNumber, string Currency)
{
    /// <summary>The invoice by whose number it was found.</summary>
    public int? InvoiceId { get; init; }

    /// <summary>The client for whom it usually pays, which is what was found; null: it was found itself.</summary>
    public string? PaysFor { get; init; }

    /// <summary>Why it is proposed; null when it was not searched for.</summary>
    public PayerReason? Reason { get; init; }
}
