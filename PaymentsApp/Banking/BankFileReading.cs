namespace PaymentsApp.Banking;

/// <summary>What became of a file.</summary>
public abstract record BankFileReading
{
    private BankFileReading()
    {
    }

    /// <summary>It was read; findings may still keep it from being applied.</summary>
    public sealed record Read(BankFile File) : BankFileReading;

    /// <summary>It could not be read, and nothing of it was.</summary>
    /// <param name="Reason">One sentence.</param>
    /// <param name="At">Where, when there is a place.</param>
    public sealed record Refused(string Reason, SourcePosition? At) : BankFileReading;

    /// <summary>It can be read in more than one way.</summary>
    public sealed record Asks(IReadOnlyList<BankQuestion> Questions) : BankFileReading;
}
