namespace PaymentsApp.Domain;

/// <summary>How one try to send a mail ended.</summary>
public enum MailResult
{
    /// <summary>The mail server took it.</summary>
    Accepted,

    /// <summary>Not now (4xx), or the mail server was not reached: tried again later.</summary>
    Deferred,

    /// <summary>Never (5xx).</summary>
    Refused,

    /// <summary>The connection broke after the mail had begun to go out: it may have arrived.</summary>
    Unclear,
}
