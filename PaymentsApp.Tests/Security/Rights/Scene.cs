using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Ids of one client's things, or of things that do not exist.</summary>
public sealed record Scene
{
    /// <summary>What nobody has.</summary>
    public static readonly Scene Nothing = new()
    {
        OrganizationId = 999_999_999,
        CustomerNumber = "NO-SUCH-CUSTOMER",
        InvoiceId = 999_999_999,
        InvoiceNumber = "NO-SUCH-INVOICE",
        PaymentId = new Guid("01980000-0000-7000-8000-000000000001"),
        Reference = "NO-SUCH-REFERENCE",
        AllocationId = new Guid("01980000-0000-7000-8000-000000000002"),
        AdjustmentId = new Guid("01980000-0000-7000-8000-000000000003"),
        RequestId = new Guid("01980000-0000-7000-8000-000000000004"),
        OwnRequestId = new Guid("01980000-0000-7000-8000-000000000005"),
        RefundId = new Guid("01980000-0000-7000-8000-000000000006"),
        DisputeId = new Guid("01980000-0000-7000-8000-000000000008"),
        AttachmentId = new Guid("01980000-0000-7000-8000-000000000007"),
        MailId = new Guid("01980000-0000-7000-8000-000000000010"),
        UserId = "no-such-user",
        PaymentTypeId = 999_999_999,
        PartPaymentId = new Guid("01980000-0000-7000-8000-000000000009"),
        HoldId = new Guid("01980000-0000-7000-8000-00000000000b"),
        PromiseId = new Guid("01980000-0000-7000-8000-00000000000a"),
        CreditNoteId = new Guid("01980000-0000-7000-8000-00000000000b"),
        WithdrawalId = new Guid("01980000-0000-7000-8000-00000000000c"),
    };

    private static int _count;

    public required int OrganizationId { get; init; }

    public required string CustomerNumber { get; init; }

    /// <summary>Open, in part paid.</summary>
    public required int InvoiceId { get; init; }

    public required string InvoiceNumber { get; init; }

    /// <summary>Has money that is applied to nothing.</summary>
    public required Guid PaymentId { get; init; }

    public required string Reference { get; init; }

    /// <summary>Of an agency that nobody owns, for the client.</summary>
    public required Guid PartPaymentId { get; init; }

    /// <summary>In the outbox, about the invoice.</summary>
    public required Guid MailId { get; init; }

    public required Guid AllocationId { get; init; }

    /// <summary>A write-off on another invoice of the client.</summary>
    public required Guid AdjustmentId { get; init; }

    /// <summary>Waits for a second person; asked for by somebody who is not in the table.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Waits too; asked for by the person of Finance.</summary>
    public required Guid OwnRequestId { get; init; }
    public required Guid AttachmentId { get; init; }

    /// <summary>Of another payment of the client.</summary>
    public required Guid RefundId { get; init; }

    /// <summary>Has something left.</summary>
    public required Guid CreditNoteId { get; init; }

    /// <summary>The cancellation of another credit note.</summary>
    public required Guid WithdrawalId { get; init; }

    /// <summary>Open, on the invoice.</summary>
    public required Guid DisputeId { get; init; }

    /// <summary>By hand, of the client; what was overdue then is paid, and only the client's own rule holds it now.</summary>
    public required Guid HoldId { get; init; }

    /// <summary>Open, of the client.</summary>
    public required Guid PromiseId { get; init; }

    /// <summary>Somebody who may be changed: a sales rep of no importance.</summary>
    public required string UserId { get; init; }

    public required int PaymentTypeId { get; init; }

    /// <summary>A client of this sales rep with an invoice and a payment.</summary>
    public static async Task<Scene> OfAsync(TestDatabase app, TestUser owner, TestUser finance)
    {
        var number = Interlocked.Increment(ref _count);
        var organization = await app.OrganizationAsync(owner, $"Scenery {number:D5} Ltd");
        await app.WriteAsync(db =>
        {
            db.Organizations.Single(found => found.Id == organization.Id).AddContact(new Contact("Cora Contact", "cora@example.com", null, null));
            return Task.FromResult(true);
        });
        var invoice = await app.InvoiceAsync(organization, 100, app.Today.AddDays(-10), $"SCENE-{number:D5}-X");
        var reference = $"REF{number:D5}X";
        var paymentId = await app.PaymentAsync(finance, organization, 60, [(invoice, 40)], reference: reference);
        var scan = await app.WriteAsync(db =>
        {
            var scan = new Attachment(Guid.CreateVersion7(), paymentId, "check.pdf", AttachmentKind.Pdf, "%PDF-1"u8, new Recorded(app.Clock.Now, finance.Id));
            db.Attachments.Add(scan);
            db.AttachmentContents.Add(new AttachmentContent(scan.Id, "%PDF-1"u8.ToArray()));
            return Task.FromResult(scan);
        });
        var user = await app.RepAsync($"Extra {number}");
        var agency = await app.OrganizationAsync(name: $"Payer {number:D5} Ltd");
        await app.ExecuteSqlAsync($"""UPDATE "Organizations" SET "PayerId" = {agency.Id} WHERE "Id" = {organization.Id}""");
        var part = await app.InvoiceAsync(organization, 20, number: $"PART-{number:D5}-X");
        var adjusted = await app.InvoiceAsync(organization, 50, number: $"ADJUSTED-{number:D5}-X");
        var (note, cancellation) = await CreditNotesAsync(app, organization, number, finance);
        return new Scene
        {
            OrganizationId = organization.Id,
            CustomerNumber = organization.CustomerNumber,
            InvoiceId = invoice.Id,
            InvoiceNumber = invoice.Number,
            PaymentId = paymentId,
            Reference = reference,
            PartPaymentId = await app.PaymentAsync(finance, agency, 20, [(part, 20)]),
            AllocationId = await app.ReadAsync(db => Task.FromResult(db.Allocations.Single(allocation => allocation.PaymentId == paymentId).Id)),
            AdjustmentId = await AdjustmentAsync(app, adjusted, finance),
            RequestId = await RequestAsync(app, adjusted, user),
            OwnRequestId = await RequestAsync(app, adjusted, finance),
            RefundId = await RefundAsync(app, organization, owner, finance),
            CreditNoteId = note,
            WithdrawalId = cancellation,
            AttachmentId = scan.Id,
            DisputeId = await DisputeAsync(app, invoice, finance),
            HoldId = await HoldAsync(app, organization, finance),
            PromiseId = await PromiseAsync(app, organization, finance),
            MailId = await MailAsync(app, invoice, finance),
            UserId = user.Id,
            PaymentTypeId = await app.ReadAsync(db => Task.FromResult(db.PaymentTypes.OrderBy(type => type.SortOrder).First().Id)),
        };
    }

    private static Task<(Guid Note, Guid Cancellation)> CreditNotesAsync(TestDatabase app, Organization organization, int number, TestUser by) => app.WriteAsync(db =>
    {
        var recorded = app.Clock.RecordedBy(by.Id);
        CreditNote Note(string suffix) => new(
            Guid.CreateVersion7(), organization.Id, $"NOTE-{number:D5}-{suffix}", new Money(500, "USD"), app.Today, "Wrong size", recorded);
        var (note, wrong) = (Note("X"), Note("Y"));
        var cancellation = wrong.Cancel(Guid.CreateVersion7(), app.Today, "By mistake", recorded);
        db.CreditNotes.AddRange(note, wrong);
        db.CreditNoteWithdrawals.Add(cancellation);
        return Task.FromResult((note.Id, cancellation.Id));
    });

    private static InvoiceAdjustment WriteOff(Invoice invoice) => new(
        Guid.CreateVersion7(), invoice.Id, AdjustmentKind.WriteOff, new Money(100, "USD"), "SmallDifference", null);

    private static Task<Guid> AdjustmentAsync(TestDatabase app, Invoice invoice, TestUser by) => app.WriteAsync(async db =>
    {
        var locked = (await db.LockInvoicesAsync([invoice.Id], CancellationToken.None))[invoice.Id];
        var adjustment = locked.Adjust(WriteOff(locked), null, null, app.Today, app.Clock.RecordedBy(by.Id), null);
        db.Adjustments.Add(adjustment);
        return adjustment.Id;
    });

    private static Task<Guid> DisputeAsync(TestDatabase app, Invoice invoice, TestUser by) => app.WriteAsync(db =>
    {
        var dispute = new Dispute(Guid.CreateVersion7(), invoice, new Money(100, "USD"), "WrongSize", null, app.Clock.RecordedBy(by.Id));
        db.Disputes.Add(dispute);
        return Task.FromResult(dispute.Id);
    });

    private static Task<Guid> HoldAsync(TestDatabase app, Organization organization, TestUser by) => app.WriteAsync(db =>
    {
        var recorded = app.Clock.RecordedBy(by.Id);
        var hold = new CreditHold(Guid.CreateVersion7(), organization.Id, "Never pays", endsWhenPaid: true, app.Today.AddDays(-100), recorded);
        db.CreditHolds.Add(hold);
        db.CreditRules.Add(new CreditRule(Guid.CreateVersion7(), organization.Id, Money.Zero("USD"), days: 1, recorded));
        return Task.FromResult(hold.Id);
    });

    private static Task<Guid> PromiseAsync(TestDatabase app, Organization organization, TestUser by) => app.WriteAsync(db =>
    {
        var promise = new PaymentPromise(
            new NotePromise(Guid.CreateVersion7(), organization.Id, new Money(5_000_000, "USD"), app.Today.AddDays(7), "Cora Contact", null, []),
            app.Today, app.Clock.RecordedBy(by.Id));
        db.PaymentPromises.Add(promise);
        return Task.FromResult(promise.Id);
    });

    private static Task<Guid> MailAsync(TestDatabase app, Invoice invoice, TestUser by) => app.WriteAsync(db =>
    {
        var mail = new OutgoingMail(
            Guid.CreateVersion7(), MailKind.Invoices, invoice.OrganizationId, "cora@example.com", new MailText("Invoice", "Text", "<p>Text</p>"), "en-US", app.Clock.RecordedBy(by.Id));
        mail.Name(invoice);
        mail.Claim(app.Clock.Now, "id@example.com");
        mail.Fail(app.Clock.Now, "550 No such user");
        db.OutgoingMails.Add(mail);
        return Task.FromResult(mail.Id);
    });

    private static Task<Guid> RequestAsync(TestDatabase app, Invoice invoice, TestUser by) => app.WriteAsync(db =>
    {
        var asked = WriteOff(invoice);
        var request = new ApprovalRequest(
            asked.AdjustmentId, ApprovalKind.Adjustment, ApprovalCommands.Write(asked), asked.Amount, "Small difference", app.Clock.RecordedBy(by.Id));
        request.Concern(invoice.OrganizationId, invoice.Id, null);
        db.ApprovalRequests.Add(request);
        return Task.FromResult(request.Id);
    });

    private static async Task<Guid> RefundAsync(TestDatabase app, Organization organization, TestUser owner, TestUser finance)
    {
        var paymentId = await app.PaymentAsync(finance, organization, 5, receivedOn: app.Today.AddDays(-1));
        var refund = new RefundPayment(Guid.CreateVersion7(), paymentId, new Money(100, "USD"), app.Today, 1, null, "Paid twice");
        await app.WriteAsync(async db =>
        {
            var payment = await db.LockPaymentAsync(paymentId, CancellationToken.None);
            db.Refunds.Add(payment!.Refund(refund, new Recorded(app.Clock.Now, finance.Id), owner.Id));
            return true;
        });
        var bouncedId = await app.PaymentAsync(finance, organization, 7);
        await app.WriteAsync(async db =>
        {
            var bounced = await db.LockPaymentAsync(bouncedId, CancellationToken.None);
            var recorded = new Recorded(app.Clock.Now, finance.Id);
            var returned = new ReturnPayment(Guid.CreateVersion7(), bouncedId, app.Today, "A", Money.Zero("USD"), ChargesPayer: false, null);
            db.Reversals.Add(bounced!.Reverse(returned.ReversalId, app.Today, "Returned", recorded));
            db.ReturnedPayments.Add(new ReturnedPayment(returned, "USD", null, recorded));
            return true;
        });
        return refund.RefundId;
    }
}
