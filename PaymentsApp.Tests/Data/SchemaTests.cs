using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaymentsApp.Data;
using PaymentsApp.Data.Guards;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data;

/// <summary>The migrations make the database that the model describes: nothing more, nothing less.</summary>
public sealed class SchemaTests(PostgresServer postgres)
{
    private const string Columns = "columns";

    // What a table is made of, one line each; the order of columns does not matter.
    private static readonly Dictionary<string, string> SqliteParts = new()
    {
        [Columns] =
            """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' key=' || c.pk || ' hidden=' || c.hidden
            FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
            """,
        ["indexes"] =
            """
            SELECT t.name || ' ' || i.name || ' unique=' || i."unique" || ' ' || i.origin || ' ('
                || (SELECT group_concat(name || CASE "desc" WHEN 1 THEN ' desc' ELSE '' END) FROM pragma_index_xinfo(i.name) WHERE key = 1) || ') '
                || coalesce((SELECT substr(sql, instr(sql, ' WHERE ')) FROM sqlite_master s WHERE s.name = i.name AND i.partial = 1), '')
            FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND i.name NOT LIKE 'sqlite%'
            """,
        ["foreign keys"] =
            """
            SELECT t.name || ' -> ' || f."table" || ' ' || group_concat(f."from" || '=' || f."to") || ' ' || f.on_delete
            FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' GROUP BY t.name, f.id
            """,
    };

    private static readonly Dictionary<string, string> PostgresParts = new()
    {
        [Columns] =
            """
            SELECT concat_ws(' ', table_name || '.' || column_name, data_type, character_maximum_length, is_nullable, collation_name, is_identity, generation_expression)
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
            """,
        ["indexes"] = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_EF%'",
        ["constraints"] =
            """
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
            """,
    };

    [Theory, BothDatabases]
    public async Task The_migrations_know_the_whole_model(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);

        Assert.False(await app.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task A_migrated_file_is_the_one_the_model_describes()
    {
        await using var app = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        await using var model = new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>()
            .UseSqlite($"Data Source={folder.File("model.db")};Pooling=False").Options);
        await model.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        await using var migrated = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        foreach (var (part, sql) in SqliteParts)
        {
            await AssertSameAsync(part, sql, model, migrated);
        }

        Assert.Equal(await ChecksAsync(model), await ChecksAsync(migrated));
        Assert.NotEmpty(await ChecksAsync(model));
    }

    [Fact]
    public async Task A_migrated_postgres_database_is_the_one_the_model_describes()
    {
        await using var app = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        var empty = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var model = new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(empty).Options);
        await model.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        await using var migrated = await app.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        foreach (var (part, sql) in PostgresParts)
        {
            await AssertSameAsync(part, sql, model, migrated);
        }

        NpgsqlConnection.ClearPool(new NpgsqlConnection(empty));
    }

    [Theory, BothDatabases]
    public async Task Every_guard_is_there_and_no_other_trigger(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var (sql, expected) = provider == DatabaseProvider.Sqlite
            ? ("SELECT name FROM sqlite_master WHERE type = 'trigger'", GuardedTables.SqliteTriggers)
            : ("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal", GuardedTables.PostgresTriggers);

        var present = await app.ReadAsync(db => LinesAsync(db, sql));

        Assert.Equal(expected.Order(StringComparer.Ordinal), present);
    }

    private static async Task AssertSameAsync(string part, string sql, AppDbContext model, AppDbContext migrated)
    {
        var expected = await LinesAsync(model, sql);
        var actual = await LinesAsync(migrated, sql);
        Assert.True(expected.Count > 10, $"{part}: the query finds only {expected.Count}.");
        Assert.True(
            expected.SequenceEqual(actual),
            $"{part} only in the model:\n{string.Join('\n', expected.Except(actual))}\n{part} only in the migrated database:\n{string.Join('\n', actual.Except(expected))}");
    }

    private static async Task<List<string>> LinesAsync(AppDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        List<string> lines = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    // SQLite keeps the rules of a table, and the expressions of its generated columns, only in its CREATE TABLE.
    private static async Task<List<string>> ChecksAsync(AppDbContext db)
    {
        var tables = await LinesAsync(db, @"SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\_\_EF%' ESCAPE '\'");
        return
        [
            .. from table in tables
               let name = table.Split('"')[1]
               from line in table.Split('\n')
               let text = line.Trim().TrimEnd(',')
               where text.StartsWith("CONSTRAINT \"CK_", StringComparison.Ordinal) || text.Contains(" AS (", StringComparison.Ordinal)
               let rule = $"{name}: {text}"
               orderby rule
               select rule,
        ];
    }
}
