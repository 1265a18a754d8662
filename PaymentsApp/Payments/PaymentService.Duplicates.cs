using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

// What is asked before a payment is registered: whether it is there already, and whether it may take the place of another one.
public sealed partial class PaymentService
{
    /// <summary>Days before and after within which the same amount of the same payer is asked about.</summary>
    public const int DuplicateDays = 7;

    /// <summary>The most payments of each kind that are shown.</summary>
    private const int DuplicatesMax = 3;

    private static readonly CompiledQuery<Func<AppDbContext, int, string, IAsyncEnumerable<Payment>>> WithReference = new(() =>
        EF.CompileAsyncQuery((AppDbContext db, int payerId, string referenceKey) => db.Payments.AsNoTracking()
            .Where(payment => payment.ReferenceKey == referenceKey && payment.PayerId == payerId && payment.WithdrawnMinor == 0)
            .OrderByDescending(payment => payment.Number).Take(DuplicatesMax)));

    private static readonly CompiledQuery<Func<AppDbContext, int, DateOnly, DateOnly, long, string, IAsyncEnumerable<Payment>>> WithAmount = new(() =>
        EF.CompileAsyncQuery((AppDbContext db, int payerId, DateOnly from, DateOnly to, long amountMinor, string currency) => db.Payments.AsNoTracking()
            .Where(payment => payment.PayerId == payerId && payment.ReceivedOn >= from && payment.ReceivedOn <= to
                && payment.AmountMinor == amountMinor && payment.Currency == currency && payment.WithdrawnMinor == 0)
            .OrderByDescending(payment => payment.ReceivedOn).ThenByDescending(payment => payment.Number).Take(DuplicatesMax)));

    /// <summary>What a registration would be asked about, before it is sent; nothing is written. None for a payer that is not this person's.</summary>
    public Task<IReadOnlyList<PossibleDuplicate>> PossibleDuplicatesAsync(RegisterPayment command, CancellationToken cancel) =>
        writes.ExecuteAsync<IReadOnlyList<PossibleDuplicate>>(
            async (db, _, cancel) =>
            {
                var access = await currentUser.RequireAsync(Permission.RegisterPayments, db, cancel);
                return await access.VisibleOrganizations(db).AnyAsync(payer => payer.Id == command.PayerId, cancel)
                    ? [.. (await DuplicatesAsync(db, access, Trimmed(command), [], cancel)).Where(duplicate => duplicate.PaymentId != command.PaymentId)]
                    : [];
            },
            cancel);

    /// <summary>What stands against a registration that is right in itself; null when nothing does. Under the lock, so that two at once see each other.</summary>
    private static async Task<RegisterPaymentResult?> AskAsync(
        AppDbContext db, Access access, RegisterPayment command, RegistrationFacts facts, CancellationToken cancel)
    {
        if (command.ReplacesPaymentId is { } replaces && await CheckReplacesAsync(db, replaces, command.PayerId, cancel) is { } problem)
        {
            return new RegisterPaymentResult.Refused([problem]);
        }

        if (command.Confirmed is not { } confirmed)
        {
            return null;
        }

        var duplicates = await DuplicatesAsync(db, access, command, facts.Earlier.Values, cancel);
        return duplicates.All(duplicate => confirmed.Contains(duplicate.PaymentId)) ? null : new RegisterPaymentResult.NeedsConfirmation(duplicates);
    }

    private static async Task<PaymentProblem?> CheckReplacesAsync(AppDbContext db, Guid replaces, int payerId, CancellationToken cancel)
    {
        // The payer is one that this person may see: only a payment of the same payer answers otherwise than a missing one.
        if (await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == replaces && p.PayerId == payerId, cancel) is not { } replaced)
        {
            return new PaymentProblem.NotFound("Payment");
        }

        var by = await db.Payments.Where(p => p.ReplacesPaymentId == replaces).Select(p => (long?)p.Number).SingleOrDefaultAsync(cancel);
        return by is { } number ? new PaymentProblem.AlreadyReplaced(replaced.Number, number)
            : replaced.IsReversed ? null
            : new PaymentProblem.ReplacedIsNotReversed(replaced.Number);
    }

    // All are payments of the payer and its clients, as far as the person may see them. A payment is shown once, for the surest of its reasons.
    private static async Task<IReadOnlyList<PossibleDuplicate>> DuplicatesAsync(
        AppDbContext db, Access access, RegisterPayment command, IEnumerable<Payment> earlierOnes, CancellationToken cancel)
    {
        var referenceKey = command.Reference is null ? string.Empty : SearchText.Key(command.Reference);
        var (from, to) = (command.ReceivedOn.AddDays(-DuplicateDays), command.ReceivedOn.AddDays(DuplicateDays));
        var sameReference = referenceKey.Length == 0 ? [] : await WithReference.For(db)(db, command.PayerId, referenceKey).ToListAsync(cancel);
        var sameAmount = await WithAmount.For(db)(db, command.PayerId, from, to, command.Amount.Minor, command.Amount.Currency).ToListAsync(cancel);

        // What the same transaction registers before this one is not in the database yet.
        var together = earlierOnes.Where(earlier => earlier.PayerId == command.PayerId && !earlier.IsReversed).ToList();
        sameReference.AddRange(together.Where(earlier => referenceKey.Length > 0 && earlier.ReferenceKey == referenceKey));
        sameAmount.AddRange(together.Where(earlier => earlier.Amount == command.Amount && earlier.ReceivedOn >= from && earlier.ReceivedOn <= to));

        var rest = command.Applicable - command.Applied;
        return
        [
            .. sameReference.Select(payment => Duplicate(DuplicateKind.SameReference, payment, null))
                .Concat(sameAmount.Select(payment => Duplicate(DuplicateKind.SameAmount, payment, null)))
                .Concat(rest.IsPositive ? await PaidInFullAsync(db, access, command.PayerId, rest, cancel) : [])
                .DistinctBy(duplicate => duplicate.PaymentId),
        ];
    }

    // An agency's client may have paid its invoice itself: of those the person sees, the payments of all of them count.
    private static async Task<IReadOnlyList<PossibleDuplicate>> PaidInFullAsync(
        AppDbContext db, Access access, int payerId, Money total, CancellationToken cancel)
    {
        var together = access.VisibleOrganizations(db).Where(o => o.Id == payerId || o.PayerId == payerId).Select(o => o.Id);
        var paid = await (
            from invoice in db.Invoices
            where invoice.TotalMinor == total.Minor && together.Contains(invoice.OrganizationId) && invoice.Currency == total.Currency && invoice.OutstandingMinor == 0
            from allocation in db.Allocations
            where allocation.InvoiceId == invoice.Id && !db.Reversals.Any(reversal => reversal.AllocationId == allocation.Id)
            join payment in db.Payments.AsNoTracking() on allocation.PaymentId equals payment.Id
            where together.Contains(payment.PayerId)
            orderby payment.Number descending
            select new { Payment = payment, invoice.Number })
            .Take(DuplicatesMax)
            .ToListAsync(cancel);
        return [.. paid.Select(row => Duplicate(DuplicateKind.InvoicePaid, row.Payment, row.Number))];
    }

    private static PossibleDuplicate Duplicate(DuplicateKind kind, Payment payment, string? invoiceNumber) =>
        new(kind, payment.Id, payment.Number, payment.Amount, payment.ReceivedOn, payment.Reference, invoiceNumber);
}
