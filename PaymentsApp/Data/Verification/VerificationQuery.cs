using System.Data.Common;

namespace PaymentsApp.Data.Verification;

/// <summary>A query whose every row is a difference, and how the row reads.</summary>
internal sealed record VerificationQuery(LedgerCheck Check, string Sql, Func<DbDataReader, LedgerDifference> Read)
{
    public static LedgerDifference Kept(LedgerCheck check, string subject, params IEnumerable<(string Column, long Kept, long Recomputed)> columns) =>
        new(check, subject, string.Join("; ", columns
            .Where(column => column.Kept != column.Recomputed)
            .Select(column => $"{column.Column} is {column.Kept}, the facts give {column.Recomputed}")));
}
