namespace PaymentsApp.Invoicing.Import;

/// <summary>What became of one line.</summary>
public enum LineOutcome
{
    Added,

    /// <summary>The invoice was there with the same figures.</summary>
    Unchanged,
    Refused,
}
