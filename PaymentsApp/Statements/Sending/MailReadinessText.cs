namespace PaymentsApp.Statements.Sending;

/// <summary>Why nothing can be sent, in words.</summary>
internal static class MailReadinessText
{
    /// <summary>Null when mails go out.</summary>
    public static string? Of(MailReadiness readiness) => readiness switch
    {
        MailReadiness.Ready => null,
        MailReadiness.Off => "Mail is switched off in the settings. Download the PDF instead.",
        _ => "No mail server is set up in the settings. Download the PDF instead.",
    };
}
