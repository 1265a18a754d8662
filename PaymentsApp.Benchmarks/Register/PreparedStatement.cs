using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PaymentsApp.Benchmarks.Register;

/// <summary>A statement that is compiled once; its parameters are @0, @1 and so on.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var index = 0; sql.Contains(string.Create(CultureInfo.InvariantCulture, $"@{index}"), StringComparison.Ordinal); index++)
        {
            _command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"@{index}"), null));
        }

        _command.Prepare();
    }

    /// <summary>Runs it and answers every value of every row.</summary>
    public List<object[]> Run(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        using var reader = _command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose() => _command.Dispose();
}
