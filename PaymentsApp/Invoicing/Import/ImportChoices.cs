namespace PaymentsApp.Invoicing.Import;

/// <summary>What a person decided about a file; everything left null is found out from the file.</summary>
public sealed record ImportChoices
{
    /// <summary>Column index per field; null says that the file has no such column.</summary>
    public IReadOnlyDictionary<ImportField, int?> Columns { get; init; } = new Dictionary<ImportField, int?>();

    /// <summary>Order of the dates per field.</summary>
    public IReadOnlyDictionary<ImportField, DateOrder> DateOrders { get; init; } = new Dictionary<ImportField, DateOrder>();

    /// <summary>Order of the dates of any other column that leaves it open.</summary>
    public DateOrder? OpenDateOrder { get; init; }

    /// <summary>Point or comma.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Currency of lines that name none.</summary>
    public required string Currency { get; init; }

    /// <summary>Round amounts that have more decimals than their currency, half away from zero, instead of refusing them.</summary>
    public bool RoundExtraDecimals { get; init; }
}
