namespace PaymentsApp.Domain;

/// <summary>What a mail is about.</summary>
public enum MailKind
{
    /// <summary>What an organization owes, on one day.</summary>
    Statement,

    /// <summary>Invoices that are overdue.</summary>
    Reminder,

    /// <summary>A payment that arrived.</summary>
    Receipt,

    /// <summary>Invoices with their rows and totals.</summary>
    Invoices,
}
