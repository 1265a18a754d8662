using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// What the bank took back.
public sealed partial class PaymentService
{
    private const string FeePrefix = "FEE-";

    /// <summary>
    /// The bank returned a payment: it is reversed on the bank's date, exactly what it paid is open again, and the payer is charged the fee of the
    /// settings when that is wanted.
    /// </summary>
    public Task<CorrectionResult> ReturnAsync(ReturnPayment command, CancellationToken cancel) =>
        writes.ExecuteAsync<CorrectionResult>(
            async (db, changes, cancel) =>
            {
                return await currentUser.FindAsync(Permission.ApplyPayments, db, cancel) is { } access
                    ? await ReturnAsync(db, access, command, changes, cancel)
                    : Refused(new PaymentProblem.NotAllowed());
            },
            cancel);

    private async Task<CorrectionResult> ReturnAsync(AppDbContext db, Access access, ReturnPayment command, ICollection<PaymentChange> changes, CancellationToken cancel)
    {
        command = command with { Note = TrimmedOrNull(command.Note) };
        if (await LockWholeAsync(db, command.PaymentId, command.TakesCreditBack, cancel) is not { } whole)
        {
            return Refused(new PaymentProblem.NotFound("Payment"));
        }

        if (whole.ReversalId == command.ReversalId)
        {
            return new CorrectionResult.AlreadyDone();
        }

        var head = await db.LockLedgerHeadAsync(cancel);
        if ((CheckReversible(whole) ?? await CheckDepositAsync(db, whole.Payment, command.ConfirmedDepositId, cancel) ?? CheckReturn(command, whole.Payment) ?? CheckReversedOn(command.ReturnedOn, whole.Payment)
            ?? head.CheckOpen(command.ReturnedOn)) is { } problem)
        {
            return Refused(problem);
        }

        var recorded = clock.RecordedBy(access.UserId);
        var code = ReturnCodes.Find(command.ReturnCode)!;
        var reverse = new ReversePayment(command.ReversalId, command.PaymentId, command.ReturnedOn, $"Returned by the bank: {code.Name} ({code.Code})");
        TakeBack(db, head, whole, reverse, recorded);
        var fee = command.ChargesPayer ? await ChargeAsync(db, whole.Payment, cancel) : null;
        db.ReturnedPayments.Add(new ReturnedPayment(command, whole.Payment.Currency, fee?.Id, recorded));
        db.AuditEntries.Add(head.Append(PaymentAudit.Returned(whole.Payment, command, whole.Standing, fee), recorded));
        await db.SaveChangesAsync(cancel);
        Tell(changes, whole);
        if (fee is not null)
        {
            changes.Add(new PaymentChange(PaymentChangeKind.InvoicesChanged, null, [fee.OrganizationId], [fee.Id]));
        }

        _logger.Returned(whole.Payment.Id, command.ReturnCode, access.UserId);
        return new CorrectionResult.Done();
    }

    private static PaymentProblem? CheckReturn(ReturnPayment command, Payment payment) =>
        ReturnCodes.Find(command.ReturnCode) is null ? new PaymentProblem.ReasonMissing()
        : command.BankFee.Minor < 0 || command.BankFee.Currency != payment.Currency ? new PaymentProblem.BankFeeNegative()
        : command.BankFee.Minor > RegisterPayment.LargestAmountMinor ? new PaymentProblem.AmountTooLarge()
        : PaymentChecks.CheckText("Note", command.Note, RegisterPayment.MemoLength).FirstOrDefault();

    // Saved at once, for the id; whatever fails later takes it back with it.
    private async Task<Invoice?> ChargeAsync(AppDbContext db, Payment payment, CancellationToken cancel)
    {
        var settings = await db.CompanySettings.AsNoTracking().SingleAsync(cancel);
        if (settings.ReturnFeeMinor == 0)
        {
            return null;
        }

        var payer = await db.Organizations.AsNoTracking().SingleAsync(organization => organization.Id == payment.PayerId, cancel);
        var number = await FreeNumberAsync(db, $"{FeePrefix}{PaymentNumber.Format(payment.Number)}", cancel);
        var invoice = new Invoice(
            payer.Id, number, settings.Currency, clock.Today, clock.Today.AddDays(payer.PaymentTermsDays), settings.ReturnFeeMinor);
        invoice.AddRow(new InvoiceRow(1, $"Fee for returned payment {PaymentNumber.Format(payment.Number)}", null, null, settings.ReturnFeeMinor));
        invoice.RecordAt(clock.Now);
        db.Invoices.Add(invoice);
        await db.SaveChangesAsync(cancel);
        return invoice;
    }

    // Somebody may have typed the number for an invoice of their own.
    private static async Task<string> FreeNumberAsync(AppDbContext db, string number, CancellationToken cancel)
    {
        var free = number;
        for (var next = 2; ; next++)
        {
            var key = SearchText.Key(free);
            if (!await db.Invoices.AnyAsync(invoice => invoice.NumberKey == key, cancel))
            {
                return free;
            }

            free = $"{number}-{next}";
        }
    }
}
