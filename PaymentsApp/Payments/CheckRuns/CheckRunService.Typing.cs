using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.CheckRuns;

// The line that is being typed.
public sealed partial class CheckRunService
{
    /// <summary>
    /// Keeps what is typed in the line and is no check yet; a run that is not there begins with it. The run's version stays: nobody else's change is
    /// refused because of it. Nothing happens to a run that is posted or is being posted.
    /// </summary>
    /// <param name="id">The run.</param>
    /// <param name="receivedOn">Of a run that is not there.</param>
    /// <param name="currency">Likewise.</param>
    /// <param name="typing">What is typed; null when the line is empty.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Whether it is kept.</returns>
    /// <exception cref="AccessDeniedException">The person does not run checks.</exception>
    public Task<bool> KeepTypingAsync(Guid id, DateOnly receivedOn, string currency, CheckRunRow? typing, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, _, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.RunChecks, db, cancel);
            var recorded = clock.RecordedBy(access.UserId);
            var batch = await db.PaymentBatches.AsTracking().SingleOrDefaultAsync(found => found.Id == id, cancel);
            if (batch is null && typing is null)
            {
                return false;
            }

            if (batch is null)
            {
                batch = new PaymentBatch(id, receivedOn, currency, recorded.At, recorded.ById);
                db.PaymentBatches.Add(batch);
            }
            else if (batch.PostedAt is not null || batch.IsBeingPosted(recorded.At))
            {
                return false;
            }

            var rows = Rows(batch);
            batch.Keep(Written(rows, rows.Exists(row => row.PaymentId == typing?.PaymentId) ? null : typing), recorded);
            await db.SaveChangesAsync(cancel);
            return true;
        },
        cancel);
}
