namespace PaymentsApp.Domain;

/// <summary>How a dispute ended.</summary>
public enum DisputeOutcome
{
    /// <summary>The client was convinced, or paid.</summary>
    ClientPays,

    /// <summary>The client was right: it is credited or written off.</summary>
    Conceded,

    /// <summary>There was nothing to dispute.</summary>
    Mistaken,
}
