using PaymentsApp.Invoicing.Import;

namespace PaymentsApp.Invoicing.ImportScreen;

/// <summary>One file on its way in: what is known of it, what was chosen, what came of it.</summary>
public sealed class ImportSession(InvoiceImport import, ImportFiles files, string companyCurrency) : IDisposable
{
    private const int CopyBytes = 64 * 1024;

    private string? _path;
    private string? _rejectedPath;

    public ImportStage Stage { get; private set; }

    public string FileName { get; private set; } = "";

    public FileAnalysis? File { get; private set; }

    public ImportChoices Choices { get; private set; } = new() { Currency = companyCurrency };

    public ImportPlan? Plan { get; private set; }

    /// <summary>What an import would do; null while it is counted, or while questions are open.</summary>
    public ImportTally? Check { get; private set; }

    public ImportOutcome? Outcome { get; private set; }

    /// <summary>Why the file cannot be read.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reading the file as Windows-1252 may help.</summary>
    public bool OffersWindows1252 { get; private set; }

    public void Dispose() => Forget();

    /// <summary>Deletes the file and begins anew.</summary>
    public void Forget()
    {
        files.Delete(_path);
        files.Delete(_rejectedPath);
        _path = _rejectedPath = null;
        (Stage, FileName, File, Plan, Check, Outcome, Problem, OffersWindows1252) = (ImportStage.NoFile, "", null, null, null, null, null, false);
        Choices = new ImportChoices { Currency = companyCurrency };
    }

    /// <summary>Takes a file from the browser and reads it.</summary>
    public async Task ReceiveAsync(
        Stream content, string fileName, long size, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        Forget();
        FileName = Path.GetFileName(fileName.Replace('\\', '/'));
        FileName = FileName.Length > 200 ? FileName[^200..] : FileName;
        Stage = ImportStage.Uploading;
        try
        {
            _path = files.NewPath();
            await using (var file = new FileStream(_path, FileMode.CreateNew, FileAccess.Write, FileShare.None, CopyBytes, useAsync: true))
            {
                await CopyAsync(content, file, size, progress, cancel);
            }

            await ReadAsync(encoding: null, progress, cancel);
        }
        catch (Exception e) when (e is not ImportFileException)
        {
            Forget();
            throw;
        }
    }

    /// <summary>Reads the file, again where another encoding was chosen.</summary>
    public async Task ReadAsync(string? encoding, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        if (_path is not { } path)
        {
            return;
        }

        Stage = ImportStage.Reading;
        Problem = null;
        OffersWindows1252 = false;
        try
        {
            File = await import.AnalyseAsync(path, encoding, progress, cancel);
            Choose(Choices);
            Stage = ImportStage.Checking;
        }
        catch (ImportFileException e)
        {
            Stage = ImportStage.NoFile;
            Problem = $"{FileName}: {e.Message}";
            OffersWindows1252 = e.WantsEncoding && encoding is null;
        }
        catch
        {
            Stage = ImportStage.NoFile;
            throw;
        }
    }

    /// <summary>Plans anew; what was counted before no longer holds.</summary>
    public void Choose(ImportChoices choices)
    {
        Choices = choices;
        Check = null;
        Plan = File is { } file ? ImportPlan.Make(file, choices) : null;
    }

    /// <summary>Counts what an import would do, unless questions are open.</summary>
    public async Task CheckAsync(IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        if (Plan is { IsReady: true } plan)
        {
            var check = await import.CheckAsync(plan, progress, cancel);
            Check = ReferenceEquals(plan, Plan) ? check : Check;
        }
    }

    public async Task RunAsync(IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        if (Stage != ImportStage.Checking || Plan is not { IsReady: true } plan)
        {
            return;
        }

        Stage = ImportStage.Importing;
        try
        {
            _rejectedPath = files.NewPath();
            Outcome = await import.RunAsync(plan, FileName, _rejectedPath, progress, cancel);
            Stage = ImportStage.Done;
        }
        catch
        {
            Stage = ImportStage.Checking;
            throw;
        }
    }

    /// <summary>The file of rejected lines, for the browser; null when there are none.</summary>
    public (Stream Content, string Name)? OpenRejected() => Outcome?.RejectedPath is { } path
        ? (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, CopyBytes, useAsync: true),
            Path.GetFileNameWithoutExtension(FileName) + ".rejected.csv")
        : null;

    private static async Task CopyAsync(
        Stream content, FileStream file, long size, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        var buffer = new byte[CopyBytes];
        long received = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            received += read;
            progress.Report(new ImportProgress(received, size, 0));
        }
    }
}
