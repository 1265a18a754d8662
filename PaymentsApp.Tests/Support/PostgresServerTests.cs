using Npgsql;

namespace PaymentsApp.Tests.Support;

public sealed class PostgresServerTests(PostgresServer postgres)
{
    [Fact]
    public async Task Each_test_gets_its_own_copy_of_a_template()
    {
        static Task Fill(string connection) => ExecuteAsync(connection, "CREATE TABLE fruit (name text); INSERT INTO fruit VALUES ('apple')");
        var first = await postgres.CreateDatabaseAsync("fruit", Fill);
        var second = await postgres.CreateDatabaseAsync("fruit", Fill);

        await ExecuteAsync(first, "INSERT INTO fruit VALUES ('pear')");

        Assert.Equal(2L, await ExecuteAsync(first, "SELECT count(*) FROM fruit"));
        Assert.Equal(1L, await ExecuteAsync(second, "SELECT count(*) FROM fruit"));
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
