using Microsoft.Data.Sqlite;

namespace PaymentsApp.Data;

/// <summary>Where the data is: the section "Database" of the configuration.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>The SQLite file's name inside <see cref="Folder"/>.</summary>
    public const string FileName = "payments.db";

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Folder of the SQLite file and of uploads; empty: PaymentsApp below the user's application data.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>PostgreSQL only.</summary>
    public string ConnectionString { get; init; } = string.Empty;

    /// <summary>The folder as an absolute path. A relative one counts from the working directory.</summary>
    public string DataFolder => Path.GetFullPath(string.IsNullOrWhiteSpace(Folder)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "PaymentsApp")
        : Folder);

    public string SqlitePath => Path.Combine(DataFolder, FileName);

    public static DatabaseOptions From(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<DatabaseOptions>() ?? new DatabaseOptions();

    internal string SqliteConnectionString(bool pooled) => new SqliteConnectionStringBuilder
    {
        DataSource = SqlitePath,
        Pooling = pooled,
        DefaultTimeout = 30,
    }.ToString();
}
