using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Drafts;

/// <summary>
/// Keeps what is typed in New payment windows, so that a lost connection, a restart or a crash costs nothing. A draft is seen by its author alone,
/// and is dropped when its author lost the right to the payer. Nobody else has to hear of it, so it is written past the feed.
/// </summary>
public sealed class DraftService(IDbContextFactory<AppDbContext> contexts, Writes writes, CurrentUser currentUser, CompanyClock clock, OpenWindows windows)
{
    /// <summary>The longest content, in characters; what is larger is not kept.</summary>
    private const int ContentLengthMax = 2_000_000;

    /// <summary>Keeps the newest state of a window.</summary>
    /// <param name="paymentId">The window's id.</param>
    /// <param name="content">What was typed.</param>
    /// <param name="cancel">Pass none: what was typed is kept although the screen went.</param>
    /// <returns>False when nothing is kept: the payment is registered already, or the payer or the draft is not this person's.</returns>
    /// <exception cref="AccessDeniedException">The person may not register payments.</exception>
    public Task<bool> KeepAsync(Guid paymentId, DraftContent content, CancellationToken cancel)
    {
        var text = content.WithoutCardNumbers().Encode();
        return writes.ExecuteAsync(
            async (db, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
                var draft = await db.KeptDrafts.AsTracking().SingleOrDefaultAsync(draft => draft.PaymentId == paymentId, cancel);
                if (text.Length > ContentLengthMax
                    || (draft is not null && draft.UserId != access.UserId)
                    || (content.PayerId is { } payerId && !await access.VisibleOrganizations(db).AnyAsync(payer => payer.Id == payerId, cancel))
                    || await db.Payments.AnyAsync(payment => payment.Id == paymentId, cancel))
                {
                    return false;
                }

                if (draft is null)
                {
                    draft = new KeptDraft(paymentId, access.UserId);
                    db.KeptDrafts.Add(draft);
                    await MakeRoomAsync(db, access.UserId, cancel);
                }

                draft.Keep(content.PayerId, text, clock.Now);
                await db.SaveChangesAsync(cancel);
                return true;
            },
            cancel);
    }

    /// <summary>Forgets a window: it was saved or cancelled.</summary>
    /// <returns>False when this person has no such draft.</returns>
    /// <exception cref="AccessDeniedException">The person may not register payments.</exception>
    public Task<bool> DiscardAsync(Guid paymentId, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
            return await db.KeptDrafts.Where(draft => draft.PaymentId == paymentId && draft.UserId == access.UserId).ExecuteDeleteAsync(cancel) > 0;
        },
        cancel);

    /// <summary>What this person left unfinished, the latest first; what is open in a window is not. What the person may no longer see is dropped.</summary>
    /// <exception cref="AccessDeniedException">The person may not register payments.</exception>
    public async Task<IReadOnlyList<UnfinishedPayment>> MineAsync(CancellationToken cancel)
    {
        List<UnfinishedPayment> found = [];
        List<Guid> lost = [];
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
            var drafts = await db.KeptDrafts.AsNoTracking().Where(draft => draft.UserId == access.UserId)
                .OrderByDescending(draft => draft.KeptAt).ThenByDescending(draft => draft.PaymentId).Take(KeptDraft.CountMax).ToListAsync(cancel);
            drafts.RemoveAll(draft => windows.IsOpen(draft.PaymentId));
            if (drafts.Count == 0)
            {
                return [];
            }

            var payerIds = drafts.ConvertAll(draft => draft.PayerId);
            var payers = await access.VisibleOrganizations(db).Where(payer => payerIds.Contains(payer.Id)).ToDictionaryAsync(payer => payer.Id, payer => payer.Name, cancel);
            var ids = drafts.ConvertAll(draft => draft.PaymentId);
            var registered = await access.VisiblePayments(db).Where(payment => ids.Contains(payment.Id)).ToDictionaryAsync(payment => payment.Id, payment => payment.Number, cancel);
            foreach (var draft in drafts)
            {
                if (DraftContent.Decode(draft.Content) is { } content && (draft.PayerId is null || payers.ContainsKey(draft.PayerId.Value)))
                {
                    found.Add(ViewOf(draft, content, draft.PayerId is { } payerId ? payers[payerId] : null, registered));
                }
                else
                {
                    lost.Add(draft.PaymentId);
                }
            }
        }

        foreach (var paymentId in lost)
        {
            await DiscardAsync(paymentId, cancel);
        }

        return found;
    }

    /// <summary>What was typed; null when this person has no such draft, or may not see the payer any more.</summary>
    /// <exception cref="AccessDeniedException">The person may not register payments.</exception>
    public async Task<DraftContent?> FindAsync(Guid paymentId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
        var content = await db.KeptDrafts
            .Where(draft => draft.PaymentId == paymentId && draft.UserId == access.UserId
                && (draft.PayerId == null || access.VisibleOrganizations(db).Any(payer => payer.Id == draft.PayerId)))
            .Select(draft => draft.Content).SingleOrDefaultAsync(cancel);
        return content is null ? null : DraftContent.Decode(content);
    }

    private static async Task MakeRoomAsync(AppDbContext db, string userId, CancellationToken cancel)
    {
        var others = await db.KeptDrafts.AsTracking().Where(draft => draft.UserId == userId).OrderByDescending(draft => draft.KeptAt).ToListAsync(cancel);
        db.KeptDrafts.RemoveRange(others.Skip(KeptDraft.CountMax - 1));
    }

    private UnfinishedPayment ViewOf(KeptDraft draft, DraftContent content, string? payer, Dictionary<Guid, long> registered) => new(
        draft.PaymentId, payer, content.AmountMinor is { } minor ? new Money(minor, content.Currency) : null, content.Reference, clock.LocalOf(draft.KeptAt))
    {
        RegisteredNumber = registered.TryGetValue(draft.PaymentId, out var number) ? number : null,
    };
}
