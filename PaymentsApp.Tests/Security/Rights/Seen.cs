namespace PaymentsApp.Tests.Security.Rights;

/// <summary>What somebody gets who asks for something.</summary>
public enum Seen
{
    /// <summary>They have no such right at all.</summary>
    Denied,

    /// <summary>For them there is no such thing.</summary>
    Missing,

    /// <summary>They see it, or it is done.</summary>
    Done,
}
