namespace PaymentsApp.Administration;

/// <summary>The company's settings, as typed.</summary>
public sealed record CompanyForm(string CompanyName, string TimeZone, string Currency)
{
    /// <summary>What a payer is charged for a returned payment, in minor units of the currency; 0 for nothing.</summary>
    public long ReturnFeeMinor { get; init; }
}
