using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>The company's settings, as typed.</summary>
public sealed record CompanyForm(string CompanyName, string TimeZone, string Currency)
{
    /// <summary>What a payer is charged for a returned payment, in minor units of the currency; 0 for nothing.</summary>
    public long ReturnFeeMinor { get; init; }

    /// <summary>The last day of each part of the aging but the first and the last, as typed.</summary>
    public AgingBounds Aging { get; init; } = AgingBounds.Default;

    /// <summary>How payments are spread over the rows of an invoice.</summary>
    public RowSpread RowSpread { get; init; }
}
