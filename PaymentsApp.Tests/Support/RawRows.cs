using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PaymentsApp.Data;

namespace PaymentsApp.Tests.Support;

/// <summary>SQL for rows that no service would write: a copy of an existing row with some columns changed.</summary>
internal static class RawRows
{
    /// <summary>Columns that can be written: all but the generated ones.</summary>
    public static IReadOnlyList<string> Columns(AppDbContext db, string table) =>
    [
        .. db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Single(t => t.Name == table).Columns
            .Where(column => column.ComputedColumnSql is null).Select(column => column.Name),
    ];

    /// <param name="db">The database.</param>
    /// <param name="table">Its first row is copied.</param>
    /// <param name="insert">"INSERT INTO", or another verb with the same shape.</param>
    /// <param name="changes">SQL expressions by column.</param>
    /// <returns>INSERT INTO "T" (...) SELECT ... FROM "T" WHERE true LIMIT 1</returns>
    public static string Copy(AppDbContext db, string table, string insert = "INSERT INTO", params IEnumerable<(string Column, string Sql)> changes)
    {
        var changed = changes.ToDictionary(change => change.Column, change => change.Sql);
        var columns = Columns(db, table);
        var values = columns.Select(column => changed.GetValueOrDefault(column, $"\"{column}\""));
        return $"{insert} \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
            + $"SELECT {string.Join(", ", values)} FROM (SELECT * FROM \"{table}\" ORDER BY 1 LIMIT 1) AS copied WHERE true";
    }
}
