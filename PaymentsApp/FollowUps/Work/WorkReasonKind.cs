namespace PaymentsApp.FollowUps.Work;

/// <summary>Why a client account is on the work list.</summary>
public enum WorkReasonKind
{
    /// <summary>Somebody planned it for today or before.</summary>
    Planned,

    /// <summary>A promise was not kept, and nobody dealt with it since.</summary>
    BrokenPromise,

    /// <summary>The sales rep answered a question that Finance had asked.</summary>
    DisputeAnswered,

    /// <summary>Became overdue in the last days, and it is no small amount.</summary>
    NewlyOverdue,
}
