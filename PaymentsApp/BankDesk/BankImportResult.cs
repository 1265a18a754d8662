using PaymentsApp.Banking;

namespace PaymentsApp.BankDesk;

/// <summary>What became of a bank's file.</summary>
public abstract record BankImportResult
{
    /// <summary>It is stored and decided.</summary>
    public sealed record Imported(Guid FileId) : BankImportResult;

    /// <summary>The same file is there already; nothing was added.</summary>
    public sealed record AlreadyImported(Guid FileId, string FileName, string By, DateTime At) : BankImportResult;

    /// <summary>It can be read in more than one way.</summary>
    public sealed record Asks(IReadOnlyList<BankQuestion> Questions) : BankImportResult;

    /// <summary>Nothing was stored.</summary>
    /// <param name="Reason">A sentence.</param>
    public sealed record Refused(string Reason) : BankImportResult;
}
