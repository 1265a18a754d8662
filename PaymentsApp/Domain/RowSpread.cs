namespace PaymentsApp.Domain;

/// <summary>How what was paid on an invoice is spread over its rows, where somebody asks what of a magazine issue is unpaid.</summary>
public enum RowSpread
{
    /// <summary>In the order of the printed lines: the first row is paid before the second.</summary>
    FirstRowFirst,

    /// <summary>In proportion to the amounts of the rows.</summary>
    Proportional,
}
