namespace PaymentsApp.Statements.Sending;

/// <summary>Whether mails go out.</summary>
public enum MailReadiness
{
    Ready,

    /// <summary>Set up, and switched off.</summary>
    Off,

    /// <summary>No mail server is set up.</summary>
    NotSetUp,
}
