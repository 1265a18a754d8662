namespace PaymentsApp.Domain;

/// <summary>How far a mail has come.</summary>
public enum MailState
{
    /// <summary>Waits to be sent, for the first time or again.</summary>
    Queued,

    /// <summary>One process is talking to the mail server about it.</summary>
    Sending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server refused it, or could not be reached often enough.</summary>
    Failed,

    /// <summary>Taken back before it was sent.</summary>
    Withdrawn,

    /// <summary>It may have been sent: the answer of the mail server was lost. A person decides; it is never sent again by itself.</summary>
    Unclear,
}
