namespace PaymentsApp.Payments.Drafts;

/// <summary>A ticked invoice, as it is kept.</summary>
/// <param name="Minor">In minor units of the draft's currency.</param>
/// <param name="IsTyped">A person typed the share.</param>
public sealed record DraftShare(int InvoiceId, long Minor, bool IsTyped)
{
    /// <summary>What becomes of the part that the money does not reach.</summary>
    public IReadOnlyList<DraftDifference> Differences { get; init; } = [];
}
