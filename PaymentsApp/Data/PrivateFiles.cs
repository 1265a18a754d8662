namespace PaymentsApp.Data;

/// <summary>
/// Files and folders that hold passwords' hashes, the keys of cookies and people's money: for the account of the program
/// alone. On Windows they inherit what the folder above them allows.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder where there is none; one that is there keeps the rights its operator gave it.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnFile | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Makes an empty file, for somebody else to fill.</summary>
    /// <exception cref="IOException">There is one already, or the folder cannot be written.</exception>
    public static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        new FileStream(path, options).Dispose();
    }
}
