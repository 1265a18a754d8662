using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Credits;

namespace PaymentsApp.Tests.Payments;

/// <summary>What the tests of credit ask of a <see cref="PaymentDesk"/>.</summary>
internal static class CreditDesk
{
    /// <summary>Money of the client on no invoice.</summary>
    public static async Task<Guid> CreditAsync(this PaymentDesk desk, decimal dollars, int? meantForInvoiceId = null)
    {
        var command = desk.Command() with { Amount = PaymentDesk.Dollars(dollars), Allocations = [], MeantForInvoiceId = meantForInvoiceId };
        await desk.RegisterAsync(command);
        return command.PaymentId;
    }

    public static Task<CreditNote> CreditNoteAsync(this PaymentDesk desk, decimal dollars, string number = "CN-7", string reason = "Wrong size") =>
        desk.App.WriteAsync(db =>
        {
            var note = new CreditNote(
                Guid.CreateVersion7(), desk.Client.Id, number, PaymentDesk.Dollars(dollars), desk.App.Today, reason, desk.App.Clock.RecordedBy(desk.Finance.Id));
            db.CreditNotes.Add(note);
            return Task.FromResult(note);
        });

    public static CreditUse Use(this PaymentDesk desk, Guid payment, decimal dollars, Invoice? invoice = null) =>
        new(Guid.CreateVersion7(), CreditKind.Payment, payment, (invoice ?? desk.Invoice).Id, PaymentDesk.Dollars(dollars));

    public static CreditUse Use(this PaymentDesk desk, CreditNote note, decimal dollars, Invoice? invoice = null) =>
        new(Guid.CreateVersion7(), CreditKind.CreditNote, note.Id, (invoice ?? desk.Invoice).Id, PaymentDesk.Dollars(dollars));

    /// <summary>What is left of the payment or the credit note, in cents.</summary>
    public static Task<long> LeftAsync(this PaymentDesk desk, Guid id) => desk.App.ReadAsync(async db =>
        await db.Payments.Where(payment => payment.Id == id).Select(payment => (long?)payment.UnappliedMinor).SingleOrDefaultAsync()
        ?? await db.CreditNotes.Where(note => note.Id == id).Select(note => note.UnappliedMinor).SingleAsync());

    public static OpenCredit Open(Guid id, int dollars, int? meantFor = null) =>
        new(CreditKind.Payment, id, "P-000001", DollarDrafts.Today, null, Money.Whole(dollars, "USD"))
        {
            MeantForInvoiceId = meantFor,
            MeantForNumber = meantFor is null ? null : $"INV-{meantFor}",
            IsMeantOpen = meantFor is not null,
        };
}
