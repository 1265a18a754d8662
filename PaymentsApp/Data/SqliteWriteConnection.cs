using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PaymentsApp.Data;

/// <summary>
/// A connection that keeps what it has compiled. EF Core makes a new command for each statement it sends, and SQLite would
/// compile each anew, triggers included, which takes longer than running it. To be used by one caller at a time.
/// </summary>
internal sealed class SqliteWriteConnection(string connectionString) : SqliteConnection(connectionString)
{
    // The program has some hundred different statements; lists of ids in some of them make the rest.
    private const int KeptMax = 256;

    private readonly Dictionary<string, SqliteCommand> _kept = [];

    public override SqliteCommand CreateCommand() =>
        new KeptCommand(this) { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _kept.Values)
            {
                command.Dispose();
            }

            _kept.Clear();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Take(string sql) => _kept.Remove(sql, out var command) ? command : NewCommand(sql);

    [SuppressMessage("Security", "CA2100", Justification = "The text of a command that exists already.")]
    private SqliteCommand NewCommand(string sql) => new(sql, this);

    private void Keep(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (_kept.Count >= KeptMax || !_kept.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <summary>Has the text and the values; what runs is the kept command of the same text.</summary>
    private sealed class KeptCommand(SqliteWriteConnection connection) : SqliteCommand
    {
        private SqliteCommand? _compiled;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            _compiled ??= connection.Take(CommandText);
            _compiled.Transaction = Transaction;
            _compiled.CommandTimeout = CommandTimeout;
            _compiled.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters)
            {
                _compiled.Parameters.Add(parameter);
            }

            return _compiled.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && _compiled is not null)
            {
                connection.Keep(_compiled);
                _compiled = null;
            }

            base.Dispose(disposing);
        }
    }
}
