namespace PaymentsApp.Tests.Support;

/// <summary>Files made by others, in ../shared/data beside the repository; a test that wants one is skipped where they are absent.</summary>
internal static class SharedData
{
    /// <param name="name">For example <c>invoices/accounts-receivable.csv</c>.</param>
    public static string PathOf(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Folder, "..", "shared", "data", name));
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("PAYMENTSAPP_SHARED_DATA") is { Length: > 0 } folder)
        {
            path = Path.Combine(folder, name);
        }

        Assert.SkipUnless(File.Exists(path), $"../shared/data/{name} is not there; PAYMENTSAPP_SHARED_DATA may name its folder.");
        return path;
    }
}
