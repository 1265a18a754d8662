using Microsoft.JSInterop;

namespace PaymentsApp.Components;

/// <summary>Hands files to the browser's own download.</summary>
public sealed class Downloads(IJSRuntime js)
{
    /// <param name="name">The file name that the browser proposes.</param>
    /// <param name="content">Read from where it stands; closed afterwards.</param>
    /// <param name="type">The media type.</param>
    public async Task SaveAsync(string name, Stream content, string type = "text/csv")
    {
        using var stream = new DotNetStreamReference(content);
        await using var script = await js.InvokeAsync<IJSObjectReference>("import", "./js/download.js");
        await script.InvokeVoidAsync("save", name, stream, type);
    }

    /// <summary>Writes a file that may be large to the disk first, readable by the program only and gone when it is sent.</summary>
    /// <param name="name">The file name that the browser proposes.</param>
    /// <param name="writeAsync">Writes the whole file.</param>
    /// <param name="type">The media type.</param>
    public async Task WriteAsync(string name, Func<Stream, Task> writeAsync, string type = "text/csv")
    {
        await using var file = OpenTemporaryFile();
        await writeAsync(file);
        file.Position = 0;
        await SaveAsync(name, file, type);
    }

    private static FileStream OpenTemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
