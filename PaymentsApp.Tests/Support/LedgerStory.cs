using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Tests.Support;

/// <summary>A small ledger in which every table of facts has a row, made by the service itself.</summary>
internal static class LedgerStory
{
    /// <summary>
    /// Two invoices of 100.00; a payment of 150.00 (5.00 of it kept by the bank) over both, one allocation taken back;
    /// a second payment that the bank returned.
    /// </summary>
    public static async Task TellAsync(TestDatabase app)
    {
        await app.FinanceAsync();
        var organization = await app.OrganizationAsync();
        var batch = await app.WriteAsync(db =>
        {
            var batch = new InvoiceBatch("March", app.Clock.Now, db.Users.OrderByDescending(u => u.Id).First().Id);
            db.InvoiceBatches.Add(batch);
            return Task.FromResult(batch);
        });
        Assert.True(batch.Id > 0);
        var first = await app.InvoiceAsync(organization);
        var second = await app.InvoiceAsync(organization);
        var payments = app.Get<PaymentService>();

        await RegisteredAsync(app, Pay(app, organization, 145, fee: 5, (first, 90), (second, 40)));
        var bounced = Pay(app, organization, 10, fee: 0, (second, 10));
        await RegisteredAsync(app, bounced);

        var allocation = await app.ReadAsync(db => db.Allocations.SingleAsync(a => a.AmountMinor == 4000));
        Assert.IsType<CorrectionResult.Done>(await payments.UnapplyAsync(
            new UnapplyAllocation(Guid.CreateVersion7(), allocation.Id, "Wrong invoice"), CancellationToken.None));
        Assert.IsType<CorrectionResult.Done>(await payments.ReturnAsync(
            new ReturnPayment(Guid.CreateVersion7(), bounced.PaymentId, app.Today, "A", Money.Whole(12, organization.Currency), ChargesPayer: false, null),
            CancellationToken.None));
        await SecondPersonAsync(app, organization, second);
    }

    /// <summary>A check in whole units of the organization's currency.</summary>
    public static RegisterPayment Pay(
        TestDatabase app, Organization payer, long amount, long fee = 0, params IEnumerable<(Invoice Invoice, long Units)> shares) => new(
        Guid.CreateVersion7(),
        payer.Id,
        Money.Whole(amount, payer.Currency),
        Money.Whole(fee, payer.Currency),
        app.Today,
        PaymentTypeId: 1,
        Reference: "4471",
        CheckDatedOn: app.Today,
        Memo: null,
        [.. shares.Select(share => new InvoiceShare(share.Invoice.Id, Money.Whole(share.Units, payer.Currency)))]);

    // A dispute that was closed; a credit note of 30.00, 10.00 of it netted and 4.00 paid back, both taken back; refunds of 5.00 and 6.00, the second taken back: asked for by one, approved by another.
    private static async Task SecondPersonAsync(TestDatabase app, Organization organization, Invoice invoice)
    {
        var asks = await app.FinanceAsync();
        var approves = await app.FinanceAsync();
        var recorded = new Recorded(app.Clock.Now, asks.Id);
        var dollars = (long units) => Money.Whole(units, organization.Currency);
        await app.WriteAsync(async db =>
        {
            var note = new CreditNote(Guid.CreateVersion7(), organization.Id, "CN-1", dollars(30), app.Today, "Wrong size", recorded);
            var open = (await db.LockInvoicesAsync([invoice.Id], CancellationToken.None))[invoice.Id];
            var netted = new InvoiceAdjustment(Guid.CreateVersion7(), open.Id, AdjustmentKind.CreditNote, dollars(10), "WrongSize", null, note.Id);
            var dispute = new Dispute(Guid.CreateVersion7(), open, dollars(3), "WrongSize", null, recorded);
            dispute.Close(DisputeOutcome.Mistaken, recorded);
            db.Disputes.Add(dispute);
            db.DisputeMessages.Add(new DisputeMessage(Guid.CreateVersion7(), dispute.Id, "Half a page was sold", recorded.At, recorded.ById));
            var payment = await db.LockPaymentAsync(await db.Payments.Where(p => p.Number == 1).Select(p => p.Id).SingleAsync(), CancellationToken.None);
            var refund = new RefundPayment(Guid.CreateVersion7(), payment!.Id, dollars(5), app.Today, PaymentTypeId: 1, "R-1", "Paid twice");
            var request = new ApprovalRequest(refund.RefundId, ApprovalKind.Refund, "{}", refund.Amount, refund.Reason, recorded);
            request.Concern(organization.Id, null, payment.Id);
            request.Decide(isApproved: true, null, recorded with { ById = approves.Id });
            var scan = new Attachment(Guid.CreateVersion7(), payment.Id, "check.pdf", AttachmentKind.Pdf, "%PDF-1"u8, recorded);
            db.Attachments.Add(scan);
            db.AttachmentContents.Add(new AttachmentContent(scan.Id, "%PDF-1"u8.ToArray()));
            var account = new BankAccount("Main account", "6789", organization.Currency);
            db.BankAccounts.Add(account);
            await db.SaveChangesAsync();
            var deposit = new Deposit(Guid.CreateVersion7(), account, app.Today, recorded);
            deposit.Close(payment.AmountMinor, recorded);
            db.Deposits.Add(deposit);
            db.DepositItems.Add(new DepositItem(payment.Id, deposit.Id, deposit.Currency));
            var promise = new PaymentPromise(
                new NotePromise(Guid.CreateVersion7(), organization.Id, dollars(20), app.Today, "Cora Contact", "After the holidays", [invoice.Id]), app.Today, recorded);
            promise.Withdraw("Agreed anew", recorded);
            db.PaymentPromises.Add(promise);
            db.FollowUpEntries.Add(new FollowUpEntry(
                new WriteFollowUp(Guid.CreateVersion7(), organization.Id, FollowUpKind.Call, "Pays next week", "Cora Contact", new PlannedAction(app.Today, true)), recorded));
            BankLine(db, recorded);
            var hold = new CreditHold(Guid.CreateVersion7(), organization.Id, "Never pays", endsWhenPaid: true, app.Today, recorded);
            hold.Release("Paid cash", recorded);
            db.CreditHolds.Add(hold);
            db.CreditRules.Add(new CreditRule(Guid.CreateVersion7(), organization.Id, dollars(500), days: 60, recorded));
            db.CreditNotes.Add(note);
            var adjustment = open.Adjust(netted, note, null, app.Today, recorded, approves.Id);
            db.Adjustments.Add(adjustment);
            db.Reversals.Add(open.ReverseAdjustment(Guid.CreateVersion7(), adjustment, note, app.Today, "Wrong invoice", recorded));
            db.CreditsBeside.Add(new CreditBeside(payment.Id, adjustment.Id, CreditKind.CreditNote));
            var paidBack = note.Refund(new RefundCreditNote(Guid.CreateVersion7(), note.Id, dollars(4), app.Today, PaymentTypeId: 1, null, "Wanted it"), recorded, approves.Id);
            db.CreditNoteWithdrawals.Add(paidBack);
            db.CreditNoteWithdrawals.Add(note.Reverse(paidBack, Guid.CreateVersion7(), app.Today, "Never cashed", recorded));
            db.ApprovalRequests.Add(request);
            db.Refunds.Add(payment.Refund(refund, recorded, approves.Id));
            var lost = payment.Refund(refund with { RefundId = Guid.CreateVersion7(), Amount = dollars(6) }, recorded, approves.Id);
            db.Refunds.Add(lost);
            db.Reversals.Add(payment.ReverseRefund(Guid.CreateVersion7(), lost, app.Today, "Never cashed", recorded));
            return true;
        });
    }

    private static void BankLine(AppDbContext db, Recorded recorded)
    {
        var file = new KeptBankFile(Guid.CreateVersion7(), "bank.xml", "ab12", 3, recorded.At, recorded.ById);
        var statement = new KeptBankStatement
        {
            Id = Guid.CreateVersion7(),
            FileId = file.Id,
            Position = 1,
            Format = "MT940",
            Currency = "USD",
            LineCount = 1,
            TotalMinor = 5,
            Findings = "[]",
            MayApplyUnasked = false,
        };
        db.BankFiles.Add(file);
        db.BankFileContents.Add(new KeptBankFileContent(file.Id, [1, 2, 3]) { Answers = "{}" });
        db.BankStatements.Add(statement);
        db.BankLines.Add(new KeptBankLine
        {
            Id = Guid.CreateVersion7(),
            StatementId = statement.Id,
            Position = 1,
            AmountMinor = 5,
            Currency = "USD",
            Entry = "{}",
            PaymentId = Guid.CreateVersion7(),
        });
    }

    private static async Task RegisteredAsync(TestDatabase app, RegisterPayment command) =>
        Assert.IsType<RegisterPaymentResult.Registered>(await app.Get<PaymentService>().RegisterAsync(command, CancellationToken.None));
}
