namespace PaymentsApp.Domain;

/// <summary>What the company prints on.</summary>
public enum PaperSize
{
    /// <summary>210 x 297 mm.</summary>
    A4,

    /// <summary>8.5 x 11 inch.</summary>
    Letter,
}
