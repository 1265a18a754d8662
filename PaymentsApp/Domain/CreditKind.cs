namespace PaymentsApp.Domain;

/// <summary>Where credit comes from.</summary>
public enum CreditKind
{
    /// <summary>Money received that is on no invoice: applying it makes an <see cref="Allocation"/>.</summary>
    Payment,

    /// <summary>A <see cref="Domain.CreditNote"/>: netting it makes an <see cref="Adjustment"/>.</summary>
    CreditNote,
}
