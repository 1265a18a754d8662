namespace PaymentsApp.Banking.Reading;

/// <summary>Ends the reading of one file; <see cref="BankFileReader"/> makes a refusal of it.</summary>
internal sealed class UnreadableFileException(string reason, SourcePosition? at = null) : Exception(reason)
{
    public SourcePosition? At { get; } = at;
}
