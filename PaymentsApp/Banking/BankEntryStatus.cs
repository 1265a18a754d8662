namespace PaymentsApp.Banking;

/// <summary>Whether the money has moved.</summary>
public enum BankEntryStatus
{
    /// <summary>On the account.</summary>
    Booked,

    /// <summary>Announced; not in the closing balance.</summary>
    Pending,

    /// <summary>Told for information only: no money of this statement.</summary>
    Information,
}
