using PaymentsApp.Domain;

namespace PaymentsApp.Payments.History;

/// <summary>Something that happened, as the audit log has it, in words.</summary>
/// <param name="Seq">Its place in the audit log: the order in which things happened.</param>
/// <param name="At">On the company's clock.</param>
/// <param name="By">The person's name now.</param>
/// <param name="Action">The audit log's word, such as Registered.</param>
/// <param name="What">“Payment registered”.</param>
/// <param name="Amount">The money that it is about; null for none.</param>
public sealed record HistoryLine(long Seq, DateTime At, string By, string Action, string What, Money? Amount)
{
    /// <summary>Where it happened: “to INV-7”, “check.pdf”; null for nothing more.</summary>
    public string? Target { get; init; }

    public IReadOnlyList<HistoryChange> Changes { get; init; } = [];

    /// <summary>The reason or note that the person gave.</summary>
    public string? Why { get; init; }

    public Guid? PaymentId { get; init; }

    public long? PaymentNumber { get; init; }

    /// <summary>The only invoice that it is about; null for none, for several, and for one that is not this person's to see.</summary>
    public int? InvoiceId { get; init; }

    public string? InvoiceNumber { get; init; }

    public Guid? RefundId { get; init; }

    /// <summary>The allocation that it made; null for none.</summary>
    public Guid? AllocationId { get; init; }
}
