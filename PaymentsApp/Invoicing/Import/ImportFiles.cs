using PaymentsApp.Data;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Where uploads and rejected lines lie while they are looked at: a folder beside the database. Names come from here,
/// never from a browser, and what was left behind is deleted after a day.
/// </summary>
public sealed class ImportFiles(DatabaseOptions database, IConfiguration configuration, TimeProvider time, ILogger<ImportFiles> logger)
{
    private const int MegabytesDefault = 500;
    private const int DaysKept = 1;

    private readonly ILogger _logger = logger;
    private readonly string _folder = Path.Combine(database.DataFolder, "uploads");

    /// <summary>Setting <c>Import:MaxUploadMegabytes</c>.</summary>
    public int MaxMegabytes { get; } = configuration.GetValue("Import:MaxUploadMegabytes", MegabytesDefault);

    public long MaxBytes => MaxMegabytes * 1024L * 1024L;

    /// <summary>A path that nothing has yet.</summary>
    public string NewPath()
    {
        PrivateFiles.CreateFolder(_folder);
        DeleteOld();
        return Path.Combine(_folder, $"{Guid.CreateVersion7():N}.csv");
    }

    public void Delete(string? path)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _logger.CleaningFailed(e); // the next upload tries again
        }
    }

    private void DeleteOld()
    {
        var oldest = time.GetUtcNow().UtcDateTime.AddDays(-DaysKept);
        foreach (var path in Directory.EnumerateFiles(_folder, "*.csv").Where(path => File.GetLastWriteTimeUtc(path) < oldest))
        {
            Delete(path);
        }
    }
}
