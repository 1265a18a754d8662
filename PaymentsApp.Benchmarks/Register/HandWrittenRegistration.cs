using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Benchmarks.Register;

/// <summary>
/// What PaymentService and EF Core send to the database for one payment, written by hand: the same statements in one
/// BEGIN IMMEDIATE transaction, compiled once, one durable commit each, one gate before one connection, and the write-ahead
/// log copied back at the same size. Without checks, objects and messages to screens.
/// </summary>
internal sealed class HandWrittenRegistration : IDisposable
{
    private const long CheckpointBytes = 4 * 1024 * 1024;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, PreparedStatement> _statements = [];
    private readonly SqliteConnection _connection;
    private readonly string _walPath;
    private readonly Person _person;

    public HandWrittenRegistration(string folder, Person person)
    {
        var database = new DatabaseOptions { Folder = folder };
        _connection = new SqliteConnection(database.SqliteConnectionString(pooled: false));
        _connection.Open();
        SqliteConnections.Prepare(_connection);
        _walPath = database.SqlitePath + "-wal";
        _person = person;
    }

    public async Task RegisterAsync(RegisterPayment command)
    {
        await _gate.WaitAsync();
        try
        {
            Run("BEGIN IMMEDIATE");
            Register(command);
            Run("COMMIT");
            if (new FileInfo(_walPath).Length >= CheckpointBytes)
            {
                Run("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
        _gate.Dispose();
    }

    private void Register(RegisterPayment command)
    {
        var invoices = ReadFacts(command);
        var head = Run("SELECT Id, AuditHash, AuditSeq, LastPaymentNumber FROM LedgerHead LIMIT 2")[0];
        var number = (long)head[3] + 1;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var allocations = command.Allocations.Select(share => (Id: Guid.CreateVersion7(), share.InvoiceId, share.Amount.Minor)).ToList();
        var entry = new AuditEntry(
            (long)head[2] + 1,
            new AuditFact("Registered", nameof(Payment), command.PaymentId.ToString(), Body(command, number, allocations), command.PayerId),
            new Recorded(now, _person.Id),
            (string)head[1]);

        Run("INSERT INTO AuditEntries (Seq, Action, ActorId, At, Body, Entity, EntityId, Hash, OrganizationId, PrevHash) "
            + "VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9)",
            entry.Seq, entry.Action, entry.ActorId, entry.At, entry.Body, entry.Entity, entry.EntityId, entry.Hash, entry.OrganizationId, entry.PrevHash);
        foreach (var (_, invoiceId, minor) in allocations)
        {
            var (allocated, version) = invoices[invoiceId];
            Run("UPDATE Invoices SET AllocatedMinor = @0, Version = @1 WHERE Id = @2 AND Version = @3 RETURNING 1",
                allocated + minor, version + 1, invoiceId, version);
        }

        Run("UPDATE LedgerHead SET AuditHash = @0, AuditSeq = @1, LastPaymentNumber = @2 WHERE Id = @3 RETURNING 1",
            entry.Hash, entry.Seq, number, LedgerHead.OnlyId);
        InsertPayment(command, number, now);
        foreach (var (id, invoiceId, minor) in allocations)
        {
            Run("INSERT INTO Allocations (Id, AmountMinor, AppliedOn, Currency, InvoiceId, PaymentId, RecordedAt, RecordedById) "
                + "VALUES (@0, @1, @2, @3, @4, @5, @6, @7)",
                id, minor, command.ReceivedOn, command.Amount.Currency, invoiceId, command.PaymentId, now, _person.Id);
        }
    }

    /// <summary>The rights, the invoices, an earlier payment of this id, the payer and the type; answers the invoices' balances.</summary>
    private Dictionary<int, (long Allocated, long Version)> ReadFacts(RegisterPayment command)
    {
        Run("SELECT u.DisplayName, r.Name FROM Users AS u INNER JOIN UserRoles AS ur ON u.Id = ur.UserId INNER JOIN Roles AS r ON ur.RoleId = r.Id "
            + "WHERE u.Id = @0 AND u.IsActive AND EXISTS (SELECT 1 FROM UserSessions AS s WHERE s.Id = @1 AND s.UserId = @0 AND s.EndedAt IS NULL)",
            _person.Id, _person.SessionId);
        var marks = string.Join(", ", command.Allocations.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"@{index}")));
        var invoices = Run(
            "SELECT Id, AllocatedMinor, Version, AdjustedMinor, BatchId, Currency, DueOn, IssuedOn, Number, NumberKey, OrganizationId, OutstandingMinor, "
            + $"TotalMinor FROM Invoices WHERE Id IN ({marks})",
            [.. command.Allocations.Select(share => (object)share.InvoiceId)]);
        Run("SELECT * FROM Payments WHERE Id = @0", command.PaymentId);
        Run("SELECT Id FROM Organizations WHERE Id = @0", command.PayerId);
        Run("SELECT Id FROM PaymentTypes WHERE Id = @0 AND IsActive", command.PaymentTypeId);
        return invoices.ToDictionary(row => (int)(long)row[0], row => ((long)row[1], (long)row[2]));
    }

    private void InsertPayment(RegisterPayment command, long number, DateTime now) => Run(
        "INSERT INTO Payments (Id, AdjustedMinor, AllocatedMinor, AmountMinor, CheckDatedOn, Currency, Fingerprint, Memo, Number, PayerId, PaymentTypeId, "
        + "ReceivedOn, RecordedAt, RecordedById, Reference, ReferenceKey, RefundedMinor, Version, WithdrawnMinor) "
        + "VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18)",
        command.PaymentId, command.BankFee.Minor, command.Applied.Minor, command.Amount.Minor, command.CheckDatedOn, command.Amount.Currency,
        command.Fingerprint(), command.Memo, number, command.PayerId, command.PaymentTypeId, command.ReceivedOn, now, _person.Id, command.Reference,
        command.Reference is null ? null : SearchText.Key(command.Reference), 0L, 0, 0L);

    private static string Body(RegisterPayment command, long number, IEnumerable<(Guid Id, int InvoiceId, long Minor)> allocations) =>
        JsonSerializer.Serialize(new
        {
            number,
            amountMinor = command.Amount.Minor,
            currency = command.Amount.Currency,
            bankFeeMinor = command.BankFee.Minor,
            receivedOn = command.ReceivedOn,
            paymentTypeId = command.PaymentTypeId,
            reference = command.Reference,
            checkDatedOn = command.CheckDatedOn,
            memo = command.Memo,
            allocations = allocations.Select(allocation => new { allocation.Id, allocation.InvoiceId, AmountMinor = allocation.Minor }),
        });

    private List<object[]> Run(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new PreparedStatement(_connection, sql);
            _statements.Add(sql, statement);
        }

        return statement.Run(values);
    }
}
