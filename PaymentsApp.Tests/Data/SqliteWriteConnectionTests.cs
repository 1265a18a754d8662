using System.Globalization;
using Microsoft.Data.Sqlite;
using PaymentsApp.Data;

namespace PaymentsApp.Tests.Data;

public sealed class SqliteWriteConnectionTests
{
    [Fact]
    public void A_statement_that_is_kept_runs_with_the_values_of_each_command()
    {
        using var connection = Open();

        Assert.Equal("1", Run(connection, "SELECT $value", 1));
        Assert.Equal("second", Run(connection, "SELECT $value", "second"));
        Assert.Throws<InvalidOperationException>(() => Run(connection, "SELECT $value", null));
        Assert.Equal("3", Run(connection, "SELECT $value", 3));
    }

    [Fact]
    public void A_statement_may_run_while_it_is_being_read()
    {
        using var connection = Open();
        Execute(connection, "CREATE TABLE Numbers (Value INTEGER); INSERT INTO Numbers VALUES (1), (2)");
        List<string> pairs = [];
        using var outer = connection.CreateCommand();
        outer.CommandText = "SELECT Value FROM Numbers ORDER BY 1";
        using var outerRows = outer.ExecuteReader();
        while (outerRows.Read())
        {
            using var inner = connection.CreateCommand();
            inner.CommandText = outer.CommandText;
            using var innerRows = inner.ExecuteReader();
            while (innerRows.Read())
            {
                pairs.Add(string.Create(CultureInfo.InvariantCulture, $"{outerRows.GetInt32(0)}{innerRows.GetInt32(0)}"));
            }
        }

        Assert.Equal(["11", "12", "21", "22"], pairs);
    }

    [Fact]
    public void A_statement_that_failed_runs_again()
    {
        using var connection = Open();
        Execute(connection, "CREATE TABLE Names (Name TEXT PRIMARY KEY)");
        const string add = "INSERT INTO Names VALUES ($value)";
        Run(connection, add, "one");

        Assert.Throws<SqliteException>(() => Run(connection, add, "one"));
        Run(connection, add, "two");

        Assert.Equal("2", Run(connection, "SELECT count(*) FROM Names WHERE $value", 1));
    }

    [Fact]
    public void A_kept_statement_sees_a_changed_schema()
    {
        using var connection = Open();
        Execute(connection, "CREATE TABLE Names (Name TEXT); INSERT INTO Names VALUES ('one')");
        const string all = "SELECT * FROM Names WHERE $value";
        Run(connection, all, 1);

        Execute(connection, "DROP TABLE Names; CREATE TABLE Names (Id INTEGER, Name TEXT); INSERT INTO Names VALUES (7, 'one')");

        Assert.Equal("7", Run(connection, all, 1));
    }

    private static SqliteWriteConnection Open()
    {
        var connection = new SqliteWriteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteWriteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string? Run(SqliteWriteConnection connection, string sql, object? value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null)
        {
            command.Parameters.AddWithValue("$value", value);
        }

        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
