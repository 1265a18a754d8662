namespace PaymentsApp.Domain;

/// <summary>
/// What a person typed in a New payment window that was neither saved nor cancelled. No fact: it changes while the person types, and goes
/// when the window is saved or cancelled.
/// </summary>
public sealed class KeptDraft(Guid paymentId, string userId)
{
    /// <summary>How many one person can have; the oldest give way.</summary>
    public const int CountMax = 20;

    /// <summary>The window's id, with which the payment would be registered; the key.</summary>
    public Guid PaymentId { get; private set; } = paymentId;

    /// <summary>Who typed; nobody else ever sees it.</summary>
    public string UserId { get; private set; } = Invariant.NotBlank(userId);

    /// <summary>Null while none was chosen.</summary>
    public int? PayerId { get; private set; }

    /// <summary>What was typed, as JSON.</summary>
    public string Content { get; private set; } = "{}";

    public DateTime KeptAt { get; private set; }

    public void Keep(int? payerId, string content, DateTime keptAt)
    {
        PayerId = payerId;
        Content = Invariant.NotBlank(content);
        KeptAt = keptAt;
    }
}
