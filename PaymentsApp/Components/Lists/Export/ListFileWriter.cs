namespace PaymentsApp.Components.Lists.Export;

/// <summary>Writes a table to a file as it comes, row by row.</summary>
internal abstract class ListFileWriter : IAsyncDisposable
{
    public abstract Task BeginAsync(IReadOnlyList<string> titles, CancellationToken cancel);

    /// <param name="cells">As many as there are titles.</param>
    /// <param name="cancel">Stops writing.</param>
    public abstract Task WriteAsync(IReadOnlyList<ExportCell> cells, CancellationToken cancel);

    /// <summary>Without it the file is not whole.</summary>
    public abstract Task CompleteAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
