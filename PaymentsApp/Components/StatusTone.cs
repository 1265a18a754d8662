namespace PaymentsApp.Components;

/// <summary>What a <see cref="StatusBadge"/> says; each tone has its own shape, so that colour is never alone.</summary>
public enum StatusTone
{
    /// <summary>Nothing yet: an empty circle.</summary>
    Open,

    /// <summary>Part of the way: a half circle.</summary>
    Partial,

    /// <summary>Done: a check mark.</summary>
    Good,

    /// <summary>Needs attention: a triangle.</summary>
    Late,

    /// <summary>Cancelled or refused: a cross.</summary>
    Ended,

    /// <summary>A plain remark: a dot.</summary>
    Note,
}
