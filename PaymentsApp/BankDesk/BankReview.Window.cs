using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Drafts;
using PaymentsApp.Security;

namespace PaymentsApp.BankDesk;

// Lines that go through the payment window, and payments that come back.
public sealed partial class BankReview
{
    /// <summary>What the payment window of a line starts with: the chosen proposal, else the best, else only what the bank said.</summary>
    /// <returns>Null when there is no such line, or it is decided already.</returns>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankWindow?> WindowAsync(Guid lineId, int proposal, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
        if (await db.BankLines.SingleOrDefaultAsync(line => line.Id == lineId, cancel) is not { AmountMinor: > 0 } line || !BankLineStates.IsOpen(line.State))
        {
            return null;
        }

        var entry = BankJson.Entry(line.Entry);
        var types = await db.PaymentTypes.Where(type => type.IsActive).OrderBy(type => type.SortOrder).ToListAsync(cancel);
        var format = await db.BankStatements.Where(statement => statement.Id == line.StatementId).Select(statement => statement.Format).SingleAsync(cancel);
        var chosen = BankJson.Decision(line.Decision)?.Proposals.ElementAtOrDefault(proposal);
        return new BankWindow(line.PaymentId, new DraftContent(
            chosen?.PayerId, line.Currency, line.AmountMinor, IsAmountTyped: true, null, IsFeeProposed: false, BankPostings.ReceivedOn(line, clock.Today),
            BankPostings.TypeOf(types, entry, format)?.Id, BankPostings.Reference(entry) ?? "", null, BankPostings.Memo(entry) ?? "", ProposalState.None)
        {
            Shares = [.. (chosen?.Shares ?? []).Where(share => share.Minor > 0).Select(share => new DraftShare(share.InvoiceId, share.Minor, IsTyped: true))],
        });
    }

    /// <summary>Settles the line with the payment that its window registered.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="cancel">Pass none.</param>
    /// <returns>Refused without a reason: the window registered nothing.</returns>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<BankReviewResult> TakeAsync(Guid lineId, CancellationToken cancel) =>
        await payments.TakeBankLineAsync(lineId, BankLearning.ConfirmAsync, cancel) switch
        {
            CorrectionResult.Refused { Problems: [PaymentProblem.NotFound] } => new BankReviewResult.Refused(""),
            CorrectionResult.Refused refused => Refused(refused.Problems),
            _ => new BankReviewResult.Done(null),
        };

    /// <summary>Settles lines whose window registered a payment before the connection was lost.</summary>
    /// <param name="statementId">The statement that is opened.</param>
    /// <param name="cancel">Stops between two lines.</param>
    /// <returns>How many.</returns>
    /// <exception cref="AccessDeniedException">The person does not match bank lines.</exception>
    public async Task<int> SettleRegisteredAsync(Guid statementId, CancellationToken cancel)
    {
        List<Guid> lineIds;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await currentUser.RequireAsync(Permission.MatchBankLines, db, cancel);
            BankLineState[] posted = [.. BankLineStates.Posted];
            lineIds = await db.BankLines
                .Where(line => line.StatementId == statementId && !posted.Contains(line.State) && db.Payments.Any(payment => payment.Id == line.PaymentId))
                .Select(line => line.Id).ToListAsync(cancel);
        }

        foreach (var lineId in lineIds)
        {
            await TakeAsync(lineId, cancel);
        }

        return lineIds.Count;
    }

    // The return has the line's payment id: after a lost answer it is found again.
    private async Task<BankReviewResult> ReturnAsync(KeptBankLine line, BankReturn returned, CancellationToken cancel)
    {
        var code = BankJson.Entry(line.Entry).ReturnReason is { } reason && ReturnCodes.Find(reason) is { } known ? known.Code : ReturnCodes.Other;
        var command = new ReturnPayment(line.PaymentId, returned.PaymentId, BankPostings.ReceivedOn(line, clock.Today), code, Money.Zero(line.Currency), ChargesPayer: false, null);
        return await payments.ReturnBankLineAsync(line.Id, command, cancel) is CorrectionResult.Refused refused ? Refused(refused.Problems) : new BankReviewResult.Done(null);
    }
}
