namespace PaymentsApp.Payments.Details;

/// <summary>What happened to a payment.</summary>
public enum HistoryKind
{
    Registered,
    Applied,
    Unapplied,
    Reversed,
}
