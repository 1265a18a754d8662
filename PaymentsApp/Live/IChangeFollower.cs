using PaymentsApp.Data;

namespace PaymentsApp.Live;

/// <summary>
/// What has to follow a change in its own transaction, whoever made it: a payment settles an invoice, and a reminder about it is withdrawn.
/// </summary>
public interface IChangeFollower
{
    /// <summary>Runs after the body of a write and before its commit; may run again with it.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="changes">What the body reports; what is added is published with it.</param>
    /// <param name="cancel">Stops before the commit.</param>
    Task FollowAsync(AppDbContext db, ICollection<PaymentChange> changes, CancellationToken cancel);
}
