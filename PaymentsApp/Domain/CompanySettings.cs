namespace PaymentsApp.Domain;

/// <summary>The publisher's own settings; one row.</summary>
public sealed class CompanySettings(string companyName, string timeZone, string currency)
{
    /// <summary>The id of the only row.</summary>
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public string CompanyName { get; private set; } = Invariant.NotBlank(companyName);

    /// <summary>IANA name, for example "America/New_York"; decides what day "today" is.</summary>
    public string TimeZone { get; private set; } = Invariant.NotBlank(timeZone);

    /// <summary>The currency of organizations that state none.</summary>
    public string Currency { get; private set; } = Invariant.Currency(currency);

    /// <summary>What a payer is charged for a returned payment, in minor units of <see cref="Currency"/>; 0 for nothing.</summary>
    public long ReturnFeeMinor { get; private set; }

    /// <summary>The bounds of the aging as <see cref="AgingBounds"/> writes them; null for the usual ones.</summary>
    public string? AgingDays { get; private set; }

    /// <summary>How payments of an invoice are spread over its rows.</summary>
    public RowSpread RowSpread { get; private set; }

    public AgingBounds Aging => AgingBounds.Parse(AgingDays);

    public void AgeBy(AgingBounds bounds)
    {
        Invariant.Holds(bounds.AreRising, "The bounds of an aging rise.");
        AgingDays = bounds == AgingBounds.Default ? null : bounds.ToString();
    }

    public void SpreadBy(RowSpread spread) => RowSpread = spread;

    /// <param name="feeMinor">Not negative.</param>
    public void ChargeForReturns(long feeMinor)
    {
        Invariant.Holds(feeMinor >= 0, "A fee is not negative.");
        ReturnFeeMinor = feeMinor;
    }

    public void Edit(string companyName, string timeZone, string currency)
    {
        CompanyName = Invariant.NotBlank(companyName);
        TimeZone = Invariant.NotBlank(timeZone);
        Currency = Invariant.Currency(currency);
    }
}
