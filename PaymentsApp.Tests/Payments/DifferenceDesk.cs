using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

/// <summary>What the tests of differences ask of a <see cref="PaymentDesk"/>.</summary>
internal static class DifferenceDesk
{
    public static InvoiceAdjustment Difference(this PaymentDesk desk, AdjustmentKind kind, decimal dollars, string? reason = null, string? note = null) => new(
        Guid.CreateVersion7(), desk.Invoice.Id, kind, PaymentDesk.Dollars(dollars), reason ?? ReasonCodes.Of(kind).First().Code, note);

    public static AdjustInvoice Adjust(this PaymentDesk desk, AdjustmentKind kind, decimal dollars, string? reason = null) =>
        new(desk.Difference(kind, dollars, reason), desk.App.Today);

    public static Task<List<Adjustment>> AdjustmentsAsync(this PaymentDesk desk) =>
        desk.App.ReadAsync(db => db.Adjustments.AsNoTracking().Where(a => a.InvoiceId == desk.Invoice.Id).OrderBy(a => a.RecordedAt).ThenBy(a => a.Id).ToListAsync());

    public static Task<List<ApprovalRequest>> RequestsAsync(this PaymentDesk desk) =>
        desk.App.ReadAsync(db => db.ApprovalRequests.AsNoTracking().OrderBy(request => request.RequestedAt).ToListAsync());

    /// <summary>An invoice of 100.00 with 2 percent off until the tenth day.</summary>
    public static Task<Invoice> DiscountedInvoiceAsync(this PaymentDesk desk) => desk.App.WriteAsync(db =>
    {
        var invoice = new Invoice(desk.Client.Id, "INV-2-10", "USD", desk.App.Today.AddDays(-5), desk.App.Today.AddDays(25), 100_00);
        invoice.AddRow(new InvoiceRow(1, "Half page", null, null, 100_00));
        invoice.OfferDiscount(200, desk.App.Today.AddDays(5));
        db.Invoices.Add(invoice);
        return Task.FromResult(invoice);
    });

    public static async Task AgreeCommissionAsync(this TestDatabase app, Organization payer, int basisPoints) => await app.WriteAsync(async db =>
    {
        (await db.Organizations.SingleAsync(organization => organization.Id == payer.Id)).AgreeCommission(basisPoints);
        return true;
    });
}
