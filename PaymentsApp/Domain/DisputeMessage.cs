namespace PaymentsApp.Domain;

/// <summary>What somebody said in a dispute. A fact.</summary>
public sealed class DisputeMessage(Guid id, Guid disputeId, string text, DateTime writtenAt, string writtenById)
{
    /// <summary>The longest message, in characters.</summary>
    public const int TextLength = 1000;

    /// <summary>Made by the caller (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; } = id;

    public Guid DisputeId { get; private set; } = disputeId;

    public string Text { get; private set; } = Invariant.NotBlank(text);

    public DateTime WrittenAt { get; private set; } = writtenAt;

    public string WrittenById { get; private set; } = writtenById;
}
