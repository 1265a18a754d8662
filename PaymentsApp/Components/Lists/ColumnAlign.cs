namespace PaymentsApp.Components.Lists;

/// <summary>How a column's cells stand.</summary>
public enum ColumnAlign
{
    Start,

    /// <summary>Amounts and counts.</summary>
    End,
}
