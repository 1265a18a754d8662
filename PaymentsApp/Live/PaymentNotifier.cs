using PaymentsApp.Data;

namespace PaymentsApp.Live;

/// <summary>
/// Tells the other processes on the same database what is being saved. The message is part of the saving transaction,
/// so PostgreSQL sends it on commit and never otherwise. On SQLite there is one process and nothing to send.
/// </summary>
public sealed class PaymentNotifier
{
    /// <summary>PostgreSQL's LISTEN channel.</summary>
    public const string Channel = "payments_app";

    // More than this in one transaction (a batch, an import) makes every screen look again anyway.
    private const int MessagesMax = 20;

    private const char Separator = ' ';

    /// <summary>Names this process in its messages, so that it does not hear itself.</summary>
    public Guid Origin { get; } = Guid.CreateVersion7();

    /// <summary>To be called inside the transaction that saves.</summary>
    public async Task NotifyAsync(AppDbContext db, IReadOnlyList<PaymentChange> changes, CancellationToken cancel)
    {
        foreach (var change in changes.Count <= MessagesMax ? changes : [PaymentChange.Everything])
        {
            await db.NotifyAsync(Channel, $"{Origin}{Separator}{change.Encode()}", cancel);
        }
    }

    /// <summary>
    /// What another process says: null for this one's own message, everything for a message that cannot be read,
    /// because a newer version may have sent it.
    /// </summary>
    public PaymentChange? Read(string message)
    {
        // "01930f2c-... {"k":1,"p":"...","o":[7],"i":[42]}"
        var at = message.IndexOf(Separator, StringComparison.Ordinal);
        return at > 0 && Guid.TryParse(message.AsSpan(0, at), out var origin) && origin == Origin
            ? null
            : PaymentChange.Decode(message[(at + 1)..]) ?? PaymentChange.Everything;
    }
}
