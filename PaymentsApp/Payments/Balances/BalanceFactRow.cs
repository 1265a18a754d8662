using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Balances;

/// <summary>A fact as the database answers it.</summary>
internal sealed class BalanceFactRow
{
    public BalanceFactKind Kind { get; init; }

    public DateOnly On { get; init; }

    /// <summary>UTC; null for an invoice.</summary>
    public DateTime? RecordedAt { get; init; }

    public string? By { get; init; }

    /// <summary>What it did to the figure, in minor units.</summary>
    public long Minor { get; init; }

    public int? InvoiceId { get; init; }

    public string? InvoiceNumber { get; init; }

    public Guid? PaymentId { get; init; }

    public long? PaymentNumber { get; init; }

    /// <summary>The number of a credit note.</summary>
    public string? Document { get; init; }

    public AdjustmentKind? Adjustment { get; init; }

    public string? ReasonCode { get; init; }

    public string? Why { get; init; }

    /// <summary>On an invoice of an account that the person may not see.</summary>
    public bool IsForeign { get; init; }
}
