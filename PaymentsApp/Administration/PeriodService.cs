using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>
/// The end of the closed period. One administrator moves it forward; moving it back needs a second one. Answers are null
/// when it is done, else a sentence that says why not.
/// </summary>
public sealed class PeriodService(
    IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 300;

    private const string Entity = "Period";

    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<PeriodState> FindAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var access = await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var closedThrough = await db.LedgerHeads.Select(head => head.ClosedThrough).SingleAsync(cancel);
        var request = await Waiting(db)
            .Join(db.Users, r => r.RequestedById, u => u.Id, (r, u) => new { Request = r, u.DisplayName }).FirstOrDefaultAsync(cancel);
        return new PeriodState(closedThrough, request is null ? null : new ReopenRequest(
            request.Request.Id, DayOf(request.Request), request.Request.Reason, request.DisplayName,
            clock.LocalOf(request.Request.RequestedAt), request.Request.RequestedById == access.UserId));
    }

    /// <summary>Closes everything through this day, which is later than what is closed now and earlier than today.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> CloseAsync(DateOnly through, string reason, CancellationToken cancel) => ChangeAsync(
        (_, head, _, _) => Task.FromResult(
            (ProblemOf(reason) ?? ProblemOfClosing(head, through)) is { } problem ? (problem, null) : Moved(head, through, Fact("Closed", head.ClosedThrough, through, reason, null))),
        cancel);

    /// <summary>Asks to open days again; another administrator has to approve it.</summary>
    /// <param name="requestId">Made by the caller (Guid v7); asking twice is asking once.</param>
    /// <param name="through">The new end of what is closed; null to have nothing closed.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Pass none for a save that a user asked for.</param>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> RequestReopenAsync(Guid requestId, DateOnly? through, string reason, CancellationToken cancel) => ChangeAsync(
        async (db, head, access, stop) =>
        {
            if (await db.ApprovalRequests.AnyAsync(request => request.Id == requestId, stop))
            {
                return (null, null);
            }

            if ((ProblemOf(reason) ?? ProblemOfReopening(head, through)) is { } problem)
            {
                return (problem, null);
            }

            if (await Waiting(db).AnyAsync(stop))
            {
                return ("There is a request to reopen already: decide on it first.", null);
            }

            db.ApprovalRequests.Add(new ApprovalRequest(
                requestId, ApprovalKind.ReopenPeriod, JsonSerializer.Serialize(through), null, reason.Trim(), clock.RecordedBy(access.UserId)));
            return (null, Fact("ReopenRequested", head.ClosedThrough, through, reason, null));
        },
        cancel);

    /// <summary>Decides on a request. Approved by another administrator it is carried out; whoever asked can only withdraw it.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> DecideReopenAsync(Guid requestId, bool isApproved, CancellationToken cancel) => ChangeAsync(
        async (db, head, access, stop) =>
        {
            if (await db.ApprovalRequests.SingleOrDefaultAsync(r => r.Id == requestId && r.Kind == ApprovalKind.ReopenPeriod, stop) is not { } request)
            {
                return ("There is no such request.", null);
            }

            if (request.DecidedAt is not null)
            {
                return ("A colleague decided on it meanwhile.", null);
            }

            var isOwn = request.RequestedById == access.UserId;
            var through = DayOf(request);
            if (isApproved && (isOwn ? "Another administrator has to approve what you asked for." : ProblemOfReopening(head, through)) is { } problem)
            {
                return (problem, null);
            }

            request.Decide(isApproved, null, clock.RecordedBy(access.UserId));
            return isApproved
                ? Moved(head, through, Fact("Reopened", head.ClosedThrough, through, request.Reason, request.RequestedById))
                : (null, isOwn
                    ? Fact("ReopenWithdrawn", head.ClosedThrough, through, request.Reason, request.RequestedById)
                    : Fact("ReopenRejected", head.ClosedThrough, through, request.Reason, request.RequestedById));
        },
        cancel);

    private static IQueryable<ApprovalRequest> Waiting(AppDbContext db) =>
        db.ApprovalRequests.Where(request => request.DecidedAt == null && request.Kind == ApprovalKind.ReopenPeriod);

    private static DateOnly? DayOf(ApprovalRequest request) => JsonSerializer.Deserialize<DateOnly?>(request.Command);

    private static string? ProblemOf(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? "Enter a reason."
        : reason.Length > ReasonLength ? $"The reason is longer than {ReasonLength} characters."
        : CardNumbers.Contains(reason) ? "The reason seems to hold a card number. Card numbers must not be stored."
        : null;

    private string? ProblemOfClosing(LedgerHead head, DateOnly through) =>
        through >= clock.Today ? "Only days before today can be closed: today is still open for everybody."
        : through <= head.ClosedThrough ? "Everything through this day is closed already."
        : null;

    private static string? ProblemOfReopening(LedgerHead head, DateOnly? through) =>
        head.ClosedThrough is not { } closed ? "Nothing is closed."
        : through >= closed ? "To reopen, take an earlier day than the one that ends the closed period now."
        : null;

    private static (string? Refusal, AuditFact? Fact) Moved(LedgerHead head, DateOnly? through, AuditFact fact)
    {
        head.CloseThrough(through);
        return (null, fact);
    }

    private static AuditFact Fact(string action, DateOnly? before, DateOnly? after, string reason, string? requestedById) => new(
        action, Entity, $"{LedgerHead.OnlyId}",
        JsonSerializer.Serialize(new { closedThrough = new { before, after }, reason = reason.Trim(), requestedById }, AuditJson.Options));

    // The body answers a refusal, or the fact to note; neither when it was done before.
    private Task<string?> ChangeAsync(
        Func<AppDbContext, LedgerHead, Access, CancellationToken, Task<(string? Refusal, AuditFact? Fact)>> body, CancellationToken cancel) =>
        writes.ExecuteAsync(
            async (db, changes, stop) =>
            {
                var head = await db.LockLedgerHeadAsync(stop);
                var access = await currentUser.RequireAsync(Permission.Administer, db, stop);
                var (refusal, fact) = await body(db, head, access, stop);
                if (fact is not null)
                {
                    db.AuditEntries.Add(head.Append(fact, clock.RecordedBy(access.UserId)));
                    await db.SaveChangesAsync(stop);
                    changes.Add(PaymentChange.Everything);
                }

                return refusal;
            },
            cancel);
}
