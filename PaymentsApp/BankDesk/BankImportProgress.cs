namespace PaymentsApp.BankDesk;

/// <summary>How far an import is.</summary>
/// <param name="Doing">Reading, Storing, Matching, Applying.</param>
/// <param name="Done">Lines.</param>
/// <param name="Total">Lines; 0 while it is not known.</param>
public sealed record BankImportProgress(string Doing, int Done, int Total)
{
    public int Percent => Total == 0 ? 0 : (int)(100L * Done / Total);
}
