using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Tests.Support;

/// <summary>Payments in a test's database, made by the program's own service.</summary>
public static class RegisteredPayments
{
    /// <summary>Registers a payment as the person; answers its id.</summary>
    /// <param name="database">Where.</param>
    /// <param name="person">Who registers it.</param>
    /// <param name="payer">Who paid; the currency is its own.</param>
    /// <param name="amount">In whole and part units.</param>
    /// <param name="applied">What goes to which invoice; the rest stays unapplied.</param>
    /// <param name="receivedOn">Today unless stated.</param>
    /// <param name="reference">Check number or bank reference.</param>
    public static async Task<Guid> PaymentAsync(
        this TestDatabase database,
        TestUser person,
        Organization payer,
        decimal amount,
        IReadOnlyList<(Invoice Invoice, decimal Amount)>? applied = null,
        DateOnly? receivedOn = null,
        string? reference = null)
    {
        var type = await database.ReadAsync(db => db.PaymentTypes.OrderBy(t => t.SortOrder).Select(t => t.Id).FirstAsync());
        var command = new RegisterPayment(
            Guid.CreateVersion7(), payer.Id, Money(amount), Money(0), receivedOn ?? database.Today, type, reference, null, null,
            [.. (applied ?? []).Select(share => new InvoiceShare(share.Invoice.Id, Money(share.Amount)))]);
        var result = await database.For(person).GetRequiredService<PaymentService>().RegisterAsync(command, CancellationToken.None);
        return Assert.IsType<RegisterPaymentResult.Registered>(result).PaymentId;

        Money Money(decimal units) => new((long)(units * Currency.MinorPerUnit(payer.Currency)), payer.Currency);
    }
}
