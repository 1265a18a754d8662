namespace PaymentsApp.FollowUps.Disputes;

/// <summary>An open dispute, and whose turn it is.</summary>
internal sealed class DisputeTurn
{
    public required Guid Id { get; init; }

    public required int InvoiceId { get; init; }

    public required string InvoiceNumber { get; init; }

    public required int OrganizationId { get; init; }

    public required string Organization { get; init; }

    /// <summary>The sales rep who owns the client; null for nobody.</summary>
    public required string? Owner { get; init; }

    public required string Currency { get; init; }

    /// <summary>In minor units.</summary>
    public required long AmountMinor { get; init; }

    public required string ReasonCode { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>The last message is not of the person who opened it: that side has to go on.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>When the last message was written (UTC); null for none.</summary>
    public required DateTime? LastAt { get; init; }
}
