namespace PaymentsApp.Domain;

/// <summary>What somebody did to get a client's money.</summary>
public enum FollowUpKind
{
    Note,

    Call,

    /// <summary>What was due is done; the next date, if any, is set with it.</summary>
    Done,
}
