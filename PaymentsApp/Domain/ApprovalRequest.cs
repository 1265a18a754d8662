namespace PaymentsApp.Domain;

/// <summary>
/// Something that waits for a second person. What was asked is a fact; the decision is written once.
/// Nobody approves what they asked for, the database refuses it too; who asked may withdraw it.
/// </summary>
public sealed class ApprovalRequest
{
    public ApprovalRequest(Guid id, ApprovalKind kind, string command, Money? amount, string reason, Recorded asked)
    {
        Id = id;
        Kind = kind;
        Command = Invariant.NotBlank(command);
        Currency = amount?.Currency;
        AmountMinor = amount?.Minor;
        Reason = Invariant.NotBlank(reason);
        RequestedAt = asked.At;
        RequestedById = asked.ById;
    }

    private ApprovalRequest() => Command = Reason = RequestedById = string.Empty; // for EF Core

    /// <summary>The id of what is asked for (refund, adjustment), so that asking twice is asking once.</summary>
    public Guid Id { get; private set; }

    public ApprovalKind Kind { get; private set; }

    /// <summary>What is carried out on approval, as JSON of the command that <see cref="Kind"/> names.</summary>
    public string Command { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>The money at stake, in minor units; null when it is not about an amount.</summary>
    public long? AmountMinor { get; private set; }

    public string Reason { get; private set; }

    /// <summary>Whose account it is about; null when it is about none.</summary>
    public int? OrganizationId { get; private set; }

    public int? InvoiceId { get; private set; }

    public Guid? PaymentId { get; private set; }

    public DateTime RequestedAt { get; private set; }

    public string RequestedById { get; private set; }

    /// <summary>Null while it waits; set together with the two below.</summary>
    public DateTime? DecidedAt { get; private set; }

    public string? DecidedById { get; private set; }

    public bool? IsApproved { get; private set; }

    /// <summary>What the second person said; null for nothing.</summary>
    public string? DecisionNote { get; private set; }

    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency!) : null;

    /// <summary>Says whose account it is about.</summary>
    public void Concern(int organizationId, int? invoiceId, Guid? paymentId)
    {
        OrganizationId = organizationId;
        InvoiceId = invoiceId;
        PaymentId = paymentId;
    }

    public void Decide(bool isApproved, string? note, Recorded decided)
    {
        Invariant.Holds(DecidedAt is null, "A decision is made once.");
        Invariant.Holds(!isApproved || decided.ById != RequestedById, "Nobody approves what they asked for.");
        IsApproved = isApproved;
        DecisionNote = note;
        DecidedAt = decided.At;
        DecidedById = decided.ById;
    }
}
