using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing;

public sealed class CreditNoteServiceTests
{
    [Theory, BothDatabases]
    public async Task Credit_note_is_added_once_and_kept_in_the_history(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();
        var client = await app.OrganizationAsync();
        var command = NoteOf(app, client) with { Remark = " too small " };

        var first = Assert.IsType<AddCreditNoteResult.Added>(await app.Get<InvoiceService>().AddCreditNoteAsync(command, default));
        var again = await app.Get<InvoiceService>().AddCreditNoteAsync(command, default);

        Assert.Equal(first, again);
        var note = await app.ReadAsync(db => db.CreditNotes.AsNoTracking().SingleAsync());
        Assert.Equal(
            ("CN-1", new Money(2500, "USD"), new Money(2500, "USD"), "Wrong size: too small", "WrongSize", finance.Id),
            (note.Number, note.Total, note.Unapplied, note.Reason, ReasonCodes.OfCreditNote(note.Reason), note.RecordedById));
        Assert.Equal(client.Id, await app.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == "CreditNote" && entry.Action == "Added").Select(entry => entry.OrganizationId).SingleAsync()));
        Assert.Empty(await app.VerifyAsync());
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_said_and_nothing_is_added(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var client = await app.OrganizationAsync();
        var good = NoteOf(app, client);
        Assert.IsType<AddCreditNoteResult.Added>(await app.Get<InvoiceService>().AddCreditNoteAsync(good, default));
        await app.WriteAsync(async db =>
        {
            (await db.LockLedgerHeadAsync(default)).CloseThrough(app.Today.AddDays(-10));
            return true;
        });
        var other = good with { Id = Guid.CreateVersion7(), Number = "CN-2" };

        foreach (var (command, said) in new (NewCreditNote, string)[]
        {
            (good with { Total = new Money(1, "USD") }, "with other figures"),
            (other with { Number = "cn 1" }, "already a credit note"),
            (other with { Number = " " }, "Give the credit note a number."),
            (other with { OrganizationId = 99_999 }, "Choose an organization."),
            (other with { Total = new Money(0, "USD") }, "Enter an amount above zero."),
            (other with { ReasonCode = "EarlyPayment" }, "Choose why it is credited."),
            (other with { Remark = "4111 1111 1111 1111" }, "card number"),
            (other with { IssuedOn = app.Today.AddDays(1) }, "in the future"),
            (other with { IssuedOn = app.Today.AddDays(-10) }, "closed period"),
        })
        {
            var refused = Assert.IsType<AddCreditNoteResult.Refused>(await app.Get<InvoiceService>().AddCreditNoteAsync(command, default));
            Assert.Contains(said, Assert.Single(refused.Problems), StringComparison.Ordinal);
        }

        Assert.Equal(1, await app.ReadAsync(db => db.CreditNotes.CountAsync()));
    }

    private static NewCreditNote NoteOf(TestDatabase app, Organization client) =>
        new(Guid.CreateVersion7(), client.Id, "CN-1", new Money(2500, "USD"), app.Today, "WrongSize", null);
}
