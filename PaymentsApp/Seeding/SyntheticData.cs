using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Seeding;

/// <summary>
/// Any number of invoices with payments, for measuring. The same figures for the same number and day. It writes past
/// the services, in one transaction and with one audit entry per portion; every rule of the database holds, and
/// <c>verify</c> finds nothing afterwards.
/// </summary>
public sealed class SyntheticData(Writes writes, CompanyClock clock)
{
    public const int LargestCount = 1_000_000;

    /// <summary>Invoices in one transaction, unless asked for otherwise.</summary>
    public const int UsualPortion = 50_000;

    private const int InvoicesPerOrganization = 50;

    private static readonly string[] Currencies = [.. Enumerable.Repeat("USD", 45), "EUR", "EUR", "EUR", "GBP", "JPY"];

    private static readonly string[] Names = ["Anchor", "Beacon", "Cedar", "Dune", "Ember", "Falcon", "Grove", "Harbor", "Iris", "Juniper", "Keel", "Lantern"];

    private static readonly string[] Trades = ["Motors", "Foods", "Realty", "Travel", "Dental", "Fashion", "Optics", "Energy", "Books", "Media", "Hotels"];

    /// <param name="count">Invoices, up to <see cref="LargestCount"/>.</param>
    /// <param name="portion">Invoices in one transaction; rounded up to whole organizations of 50.</param>
    /// <param name="written">Called after each portion with the invoices written so far.</param>
    /// <param name="cancel">Stops after the portion that is being written.</param>
    public async Task AddAsync(int count, int portion, Action<int> written, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LargestCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(portion);

        var whole = (portion + InvoicesPerOrganization - 1) / InvoicesPerOrganization * InvoicesPerOrganization;
        for (var done = 0; done < count;)
        {
            var (first, next) = (done, Math.Min(count - done, whole));
            await writes.ExecuteAsync((db, cancel) => WriteAsync(db, first, next, cancel), cancel);
            done += next;
            written(done);
        }
    }

    // May run again from the start: everything random is made anew from the portion's own seed.
    private async Task<bool> WriteAsync(AppDbContext db, int first, int count, CancellationToken cancel)
    {
        var random = new Random(1 + first);
        var recorded = clock.RecordedBy(SystemUser.Id);
        var head = await db.LockLedgerHeadAsync(cancel);
        var batch = new InvoiceBatch(Text($"Synthetic data from {first + 1}"), recorded.At, recorded.ById);
        db.InvoiceBatches.Add(batch);
        var organizations = await AddOrganizationsAsync(db, first, count, random, cancel);

        var ledger = new SyntheticLedger(clock.Today, random);
        foreach (var (organization, index) in organizations.Select((organization, index) => (organization, index)))
        {
            var left = count - (index * InvoicesPerOrganization);
            ledger.Add(organization.Id, organization.Currency, Math.Min(left, InvoicesPerOrganization));
        }

        await InsertInvoicesAsync(db, ledger.Invoices, first, batch.Id, random, cancel);
        await InsertPaymentsAsync(db, ledger.Payments, head, recorded, random, cancel);
        var body = JsonSerializer.Serialize(new { organizations = organizations.Count, invoices = count, payments = ledger.Payments.Count });
        db.AuditEntries.Add(head.Append(new AuditFact("Seeded", nameof(InvoiceBatch), Text($"{batch.Id}"), body), recorded));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static async Task<IReadOnlyList<Organization>> AddOrganizationsAsync(
        AppDbContext db, int first, int count, Random random, CancellationToken cancel)
    {
        var reps = await db.UserRoles.Where(role => role.RoleId == Roles.AdSales).Select(role => role.UserId).Order().ToListAsync(cancel);
        List<Organization> organizations = [];
        for (var done = 0; done < count; done += InvoicesPerOrganization)
        {
            var number = ((first + done) / InvoicesPerOrganization) + 1;
            var name = $"{Names[random.Next(Names.Length)]} {Trades[random.Next(Trades.Length)]} {Text($"{number:D5}")}";
            var organization = new Organization(Text($"SYN-{number:D5}"), name, Currencies[random.Next(Currencies.Length)]);
            organization.AssignOwner(reps.Count > 0 && number % 4 != 0 ? reps[number % reps.Count] : null);
            organizations.Add(organization);
        }

        db.Organizations.AddRange(organizations);
        await db.SaveChangesAsync(cancel);
        return organizations;
    }

    private static async Task InsertInvoicesAsync(
        AppDbContext db, List<SyntheticInvoice> invoices, int first, int batchId, Random random, CancellationToken cancel)
    {
        var ids = await ReserveInvoiceIdsAsync(db, invoices.Count, cancel);
        await using (var insert = await BulkInsert.StartAsync(
            db, "Invoices", "Id OrganizationId Number NumberKey Currency IssuedOn DueOn TotalMinor AllocatedMinor AdjustedMinor Version BatchId", cancel))
        {
            foreach (var (invoice, index) in invoices.Select((invoice, index) => (invoice, index)))
            {
                invoice.Id = ids[index];
                invoice.Number = Text($"SYN-{first + index + 1:D7}");
                await insert.AddAsync(
                    [invoice.Id, invoice.OrganizationId, invoice.Number, SearchText.Key(invoice.Number), invoice.Currency, invoice.IssuedOn, invoice.DueOn,
                        invoice.TotalMinor, invoice.AllocatedMinor, 0L, invoice.Version, batchId],
                    cancel);
            }

            await insert.CompleteAsync(cancel);
        }

        await using var rows = await BulkInsert.StartAsync(db, "InvoiceRows", "InvoiceId LineNumber Description Issue Product AmountMinor", cancel);
        foreach (var invoice in invoices)
        {
            var issue = $"{Names[random.Next(Names.Length)]} Monthly, {invoice.IssuedOn.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";
            await rows.AddAsync([invoice.Id, 1, "Full page, four color", issue, "Display", invoice.TotalMinor], cancel);
        }

        await rows.CompleteAsync(cancel);
    }

    private static async Task InsertPaymentsAsync(
        AppDbContext db, List<SyntheticPayment> payments, LedgerHead head, Recorded recorded, Random random, CancellationToken cancel)
    {
        var types = await db.PaymentTypes.OrderBy(type => type.SortOrder).Select(type => type.Id).ToListAsync(cancel);
        var ids = payments.Select(payment => NewId(recorded.At, random)).ToList();
        await using (var insert = await BulkInsert.StartAsync(
            db,
            "Payments",
            "Id Number PayerId Currency AmountMinor AdjustedMinor AllocatedMinor WithdrawnMinor RefundedMinor Version ReceivedOn PaymentTypeId "
            + "Reference ReferenceKey RecordedAt RecordedById Fingerprint",
            cancel))
        {
            foreach (var (payment, id) in payments.Zip(ids))
            {
                var reference = Text($"{(char)('A' + random.Next(26))}{random.Next(1_000_000, 9_999_999)}");
                var command = new RegisterPayment(
                    id, payment.PayerId, new Money(payment.AmountMinor, payment.Currency), Money.Zero(payment.Currency), payment.ReceivedOn,
                    types[random.Next(Math.Min(4, types.Count))], reference, null, null,
                    [.. payment.Shares.Select(share => new InvoiceShare(share.Invoice.Id, new Money(share.Minor, payment.Currency)))]);
                await insert.AddAsync(
                    [id, head.NextPaymentNumber(), payment.PayerId, payment.Currency, payment.AmountMinor, 0L, command.Applied.Minor, 0L, 0L, 0, payment.ReceivedOn,
                        command.PaymentTypeId, reference, SearchText.Key(reference), recorded.At, recorded.ById, command.Fingerprint()],
                    cancel);
            }

            await insert.CompleteAsync(cancel);
        }

        await using var allocations = await BulkInsert.StartAsync(
            db, "Allocations", "Id PaymentId InvoiceId Currency AmountMinor AppliedOn RecordedAt RecordedById", cancel);
        foreach (var (payment, id) in payments.Zip(ids))
        {
            foreach (var (invoice, minor) in payment.Shares)
            {
                await allocations.AddAsync(
                    [NewId(recorded.At, random), id, invoice.Id, payment.Currency, minor, payment.ReceivedOn, recorded.At, recorded.ById], cancel);
            }
        }

        await allocations.CompleteAsync(cancel);
    }

    private static async Task<IReadOnlyList<int>> ReserveInvoiceIdsAsync(AppDbContext db, int count, CancellationToken cancel)
    {
        if (db is PostgresAppDbContext)
        {
            return await db.Database.SqlQuery<int>(
                $"""SELECT CAST(nextval(pg_get_serial_sequence('"Invoices"', 'Id')) AS int) AS "Value" FROM generate_series(1, {count})""").ToListAsync(cancel);
        }

        var last = await db.Invoices.MaxAsync(invoice => (int?)invoice.Id, cancel) ?? 0;
        return [.. Enumerable.Range(last + 1, count)];
    }

    /// <summary>A version 7 id whose random part comes from the seed.</summary>
    private static Guid NewId(DateTime at, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (new DateTimeOffset(at).ToUnixTimeMilliseconds() << 16) | 0x7000L | (uint)(bytes[6] & 0x0F) << 8 | bytes[7]);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
