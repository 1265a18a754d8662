namespace PaymentsApp.Domain;

/// <summary>
/// A client said that money will come: how much, until when, and who said it. A fact; withdrawing is written once. Whether it was kept is
/// never written: <see cref="PromiseKeeping"/> derives it from the money that arrived.
/// </summary>
public sealed class PaymentPromise
{
    /// <summary>The longest name of the person who promised, in characters.</summary>
    public const int SaidByLength = 200;

    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 1000;

    private readonly List<PromisedInvoice> _invoices = [];

    /// <param name="command">Already checked.</param>
    /// <param name="madeOn">The company's day.</param>
    /// <param name="recorded">Who noted it, and when.</param>
    public PaymentPromise(NotePromise command, DateOnly madeOn, Recorded recorded)
    {
        Invariant.Holds(command.Amount.Minor > 0, "A promise is about money.");
        Invariant.Holds(command.PromisedOn >= madeOn, "A promise is about today or later.");
        Id = command.PromiseId;
        OrganizationId = command.OrganizationId;
        Currency = command.Amount.Currency;
        AmountMinor = command.Amount.Minor;
        PromisedOn = command.PromisedOn;
        SaidBy = Invariant.NotBlank(command.SaidBy);
        Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        MadeOn = madeOn;
        RecordedAt = recorded.At;
        RecordedById = recorded.ById;
        _invoices.AddRange(command.InvoiceIds.Distinct().Order().Select(id => new PromisedInvoice(Id, id)));
    }

    private PaymentPromise() => Currency = SaidBy = RecordedById = string.Empty; // for EF Core

    /// <summary>Made by the caller (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who promised.</summary>
    public int OrganizationId { get; private set; }

    public string Currency { get; private set; }

    /// <summary>In minor units; always positive.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>The last day on which the money keeps the promise.</summary>
    public DateOnly PromisedOn { get; private set; }

    /// <summary>The person's name as it was then: contacts come and go.</summary>
    public string SaidBy { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The company's day on which it was noted.</summary>
    public DateOnly MadeOn { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedById { get; private set; }

    /// <summary>Null while it stands; set together with the two below.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnById { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>What the money is for; empty: whatever the organization pays.</summary>
    public IReadOnlyList<PromisedInvoice> Invoices => _invoices;

    public Money Amount => new(AmountMinor, Currency);

    public void Withdraw(string reason, Recorded withdrawn)
    {
        Invariant.Holds(WithdrawnAt is null, "A promise is withdrawn once.");
        WithdrawnReason = Invariant.NotBlank(reason);
        WithdrawnAt = withdrawn.At;
        WithdrawnById = withdrawn.ById;
    }
}
