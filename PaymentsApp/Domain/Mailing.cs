namespace PaymentsApp.Domain;

/// <summary>Mails that were queued together: invoices sent from a batch, or again.</summary>
public sealed class Mailing(Guid id, string name, int? batchId, DateTime createdAt, string createdById)
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 300;

    /// <summary>Made by the caller (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; } = id;

    public string Name { get; private set; } = Invariant.NotBlank(name);

    /// <summary>The import whose invoices were sent; null for others.</summary>
    public int? BatchId { get; private set; } = batchId;

    public DateTime CreatedAt { get; private set; } = createdAt;

    public string CreatedById { get; private set; } = createdById;
}
