using System.Data.Common;

namespace PaymentsApp.Seeding;

/// <summary>One prepared statement, run for each row.</summary>
internal sealed class SqliteBulkInsert : BulkInsert
{
    private readonly DbCommand _command;

    public SqliteBulkInsert(DbConnection connection, DbTransaction? transaction, string table, IReadOnlyList<string> columns)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"$p{index}"))})";
        for (var index = 0; index < columns.Count; index++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"$p{index}";
            _command.Parameters.Add(parameter);
        }
    }

    public override Task AddAsync(object?[] values, CancellationToken cancel)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return _command.ExecuteNonQueryAsync(cancel);
    }

    public override Task CompleteAsync(CancellationToken cancel) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => _command.DisposeAsync();
}
