namespace PaymentsApp.Data;

/// <summary>The databases the program runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded; one machine.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later; several machines may share it.</summary>
    Postgres,
}
