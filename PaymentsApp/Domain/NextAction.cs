namespace PaymentsApp.Domain;

/// <summary>
/// What is planned for a client account now, and when it was last dealt with. Moves with the <see cref="FollowUpEntry"/> that changes it;
/// the history is there.
/// </summary>
public sealed class NextAction(int organizationId)
{
    public int OrganizationId { get; private set; } = organizationId;

    /// <summary>Null: nothing is planned.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Null: anyone in Finance.</summary>
    public string? ForUserId { get; private set; }

    /// <summary>When somebody last pressed Done (UTC); what happened before that calls for nobody any more. Null for never.</summary>
    public DateTime? HandledAt { get; private set; }

    public string? HandledById { get; private set; }

    /// <summary>Rises with every change, so that two people cannot do the same thing twice.</summary>
    public int Version { get; private set; }

    public void Plan(PlannedAction? next, string byId)
    {
        DueOn = next?.DueOn;
        ForUserId = next is { IsOwn: true } ? byId : null;
        Version++;
    }

    public void Handle(PlannedAction? next, Recorded handled)
    {
        Plan(next, handled.ById);
        HandledAt = handled.At;
        HandledById = handled.ById;
    }
}
