namespace PaymentsApp.Tests.Mail.Sending;

/// <summary>What goes wrong at a <see cref="SmtpTestServer"/>.</summary>
public enum SmtpFault
{
    None,

    /// <summary>The connection is closed without a word.</summary>
    NoGreeting,

    /// <summary>450 to RCPT.</summary>
    RecipientLater,

    /// <summary>550 to RCPT.</summary>
    RecipientNever,

    /// <summary>550 to the second RCPT only.</summary>
    SecondRecipientNever,

    /// <summary>451 after the mail.</summary>
    MailLater,

    /// <summary>554 after the mail.</summary>
    MailNever,

    /// <summary>The connection is closed in the middle of the mail.</summary>
    DropWithinMail,

    /// <summary>The whole mail is taken, and the connection closed before the answer.</summary>
    DropAfterMail,

    /// <summary>Nothing is answered after the mail.</summary>
    SilentAfterMail,

    /// <summary>535 to the password.</summary>
    PasswordWrong,
}
