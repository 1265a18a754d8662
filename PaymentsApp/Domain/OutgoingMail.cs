namespace PaymentsApp.Domain;

/// <summary>
/// A mail in the outbox: queued in the transaction of the business fact that it tells of, sent later, once. Its Message-Id stays the same
/// over all attempts, so that a mail server that sees it twice can tell.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>The longest list of addresses, in characters.</summary>
    public const int RecipientsLength = 1000;

    /// <summary>The longest subject, in characters.</summary>
    public const int SubjectLength = 200;

    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 300;

    private readonly List<MailAttachment> _attachments = [];
    private readonly List<MailInvoice> _invoices = [];

    public OutgoingMail(Guid id, MailKind kind, int? organizationId, string recipients, MailText text, string culture, Recorded queued)
    {
        Id = id;
        Kind = kind;
        OrganizationId = organizationId;
        Recipients = Invariant.NotBlank(recipients);
        Culture = culture;
        Subject = LineOf(text.Subject);
        (Text, Html) = (text.Text, text.Html);
        (QueuedAt, QueuedById) = (queued.At, queued.ById);
        NextAttemptAt = queued.At;
    }

    private OutgoingMail() => Recipients = Subject = Text = Html = Culture = QueuedById = string.Empty; // for EF Core

    /// <summary>Made by the caller (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; }

    public MailKind Kind { get; private set; }

    public MailState State { get; private set; }

    /// <summary>Whom it is about; null for nobody.</summary>
    public int? OrganizationId { get; private set; }

    /// <summary>The payment of a receipt.</summary>
    public Guid? PaymentId { get; private set; }

    /// <summary>The level of a reminder.</summary>
    public int? ReminderLevel { get; private set; }

    /// <summary>The mails that it was queued with; null for one by itself.</summary>
    public Guid? MailingId { get; private set; }

    /// <summary>Addresses, separated by commas; each as <see cref="MailAddresses"/> accepts it.</summary>
    public string Recipients { get; private set; }

    public string Subject { get; private set; }

    public string Text { get; private set; }

    public string Html { get; private set; }

    /// <summary>In whose way amounts and dates are written.</summary>
    public string Culture { get; private set; }

    public DateTime QueuedAt { get; private set; }

    public string QueuedById { get; private set; }

    /// <summary>Not before; of a mail that waits.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>How often it was tried since it was queued, or queued again.</summary>
    public int Attempts { get; private set; }

    /// <summary>Until when the process that sends it has it for itself; null when none does.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>The Message-Id header; given with the first attempt and kept.</summary>
    public string? MessageId { get; private set; }

    /// <summary>When it was sent, failed or withdrawn.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Why it is where it is: the server's last word, or what settled it.</summary>
    public string? Note { get; private set; }

    /// <summary>Rises with every change: one sender at a time, over all processes.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<MailAttachment> Attachments => _attachments;

    public IReadOnlyList<MailInvoice> Invoices => _invoices;

    public void TellOf(Guid paymentId) => PaymentId = paymentId;

    public void BelongTo(Guid mailingId) => MailingId = mailingId;

    public void RemindAt(int level) => ReminderLevel = level;

    public void Attach(MailAttachment attachment) => _attachments.Add(attachment);

    /// <param name="invoice">One that the mail names.</param>
    public void Name(Invoice invoice) => _invoices.Add(new MailInvoice(Id, invoice.Id, ReminderLevel, invoice.OutstandingMinor));

    /// <summary>Takes it for sending.</summary>
    public void Claim(DateTime until, string messageId)
    {
        Invariant.Holds(State == MailState.Queued, "Only a mail that waits is sent.");
        State = MailState.Sending;
        LeasedUntil = until;
        MessageId ??= messageId;
        Attempts++;
        Version++;
    }

    public void Delivered(DateTime at, string answer) => Finish(MailState.Sent, at, answer);

    public void Fail(DateTime at, string answer) => Finish(MailState.Failed, at, answer);

    /// <summary>The answer was lost after the mail went out, or the sender was.</summary>
    public void Lose(DateTime at, string note) => Finish(MailState.Unclear, at, note);

    /// <summary>Waits for another attempt.</summary>
    public void TryAgain(DateTime nextAt, string answer)
    {
        Finish(MailState.Queued, null, answer);
        NextAttemptAt = nextAt;
    }

    /// <summary>Taken back; its invoices count as not reminded.</summary>
    public void Withdraw(DateTime at, string why)
    {
        Invariant.Holds(CanBeWithdrawn, "What was sent cannot be withdrawn.");
        Finish(MailState.Withdrawn, at, why);
        _invoices.ForEach(invoice => invoice.TakeOut(at));
    }

    public bool CanBeWithdrawn => State is MailState.Queued or MailState.Failed;

    /// <summary>A person wants it sent (again).</summary>
    public void QueueAgain(DateTime at)
    {
        Invariant.Holds(State is MailState.Failed or MailState.Unclear, "Only a mail that failed or may have been sent is queued again.");
        Finish(MailState.Queued, null, null);
        Attempts = 0;
        NextAttemptAt = at;
    }

    /// <summary>Says the same with other figures, while it waits.</summary>
    public void Rewrite(MailText text)
    {
        Invariant.Holds(State == MailState.Queued, "What was sent stays as it was.");
        (Subject, Text, Html) = (LineOf(text.Subject), text.Text, text.Html);
        Version++;
    }

    // What stands in a template or a name must not end the header, nor the column.
    private static string LineOf(string subject)
    {
        var line = string.Join(' ', new string([.. subject.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Invariant.NotBlank(line.Length <= SubjectLength ? line : line[..SubjectLength].TrimEnd());
    }

    private void Finish(MailState state, DateTime? at, string? note)
    {
        State = state;
        FinishedAt = at;
        LeasedUntil = null;
        Note = note is { Length: > NoteLength } ? note[..NoteLength] : note;
        Version++;
    }
}
