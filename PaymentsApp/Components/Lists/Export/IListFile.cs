namespace PaymentsApp.Components.Lists.Export;

/// <summary>A list that can be written to a file, as it is filtered and sorted.</summary>
public interface IListFile
{
    /// <summary>The name of the file, without its ending.</summary>
    string Name { get; }

    /// <summary>Writes all rows, page after page: memory holds one page.</summary>
    /// <param name="format">CSV or XLSX.</param>
    /// <param name="file">Stays open.</param>
    /// <param name="progress">Told how many rows are written, now and then.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <returns>How many rows.</returns>
    Task<long> WriteAsync(ExportFormat format, Stream file, IProgress<long> progress, CancellationToken cancel);
}
