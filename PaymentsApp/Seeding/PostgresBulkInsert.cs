using Npgsql;

namespace PaymentsApp.Seeding;

/// <summary>COPY: one stream of rows.</summary>
internal sealed class PostgresBulkInsert(NpgsqlBinaryImporter importer) : BulkInsert
{
    public override Task AddAsync(object?[] values, CancellationToken cancel) => importer.WriteRowAsync(cancel, values);

    public override async Task CompleteAsync(CancellationToken cancel) => await importer.CompleteAsync(cancel);

    public override ValueTask DisposeAsync() => importer.DisposeAsync();
}
