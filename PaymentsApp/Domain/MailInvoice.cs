namespace PaymentsApp.Domain;

/// <summary>An invoice that a mail names.</summary>
public sealed class MailInvoice(Guid mailId, int invoiceId, int? level, long outstandingMinor)
{
    public Guid MailId { get; private set; } = mailId;

    public int InvoiceId { get; private set; } = invoiceId;

    /// <summary>Of a reminder: no invoice is reminded twice at a level. Null for other mails.</summary>
    public int? Level { get; private set; } = level;

    /// <summary>What was open when the mail was written, in minor units of the invoice.</summary>
    public long OutstandingMinor { get; private set; } = outstandingMinor;

    /// <summary>When it was taken out again: settled or withdrawn before it was sent; null while it is in.</summary>
    public DateTime? TakenOutAt { get; private set; }

    public void TakeOut(DateTime at) => TakenOutAt ??= at;

    public void Owes(long outstandingMinor) => OutstandingMinor = outstandingMinor;
}
