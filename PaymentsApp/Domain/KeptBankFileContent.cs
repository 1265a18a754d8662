namespace PaymentsApp.Domain;

/// <summary>The bytes of a <see cref="KeptBankFile"/>, apart from it so that no list ever reads them.</summary>
public sealed class KeptBankFileContent(Guid id, byte[] bytes)
{
    /// <summary>The file's id.</summary>
    public Guid Id { get; private set; } = id;

    public byte[] Bytes { get; private set; } = bytes;

    /// <summary>The answers with which it was read, as JSON: read again, it gives the same lines.</summary>
    public required string Answers { get; init; }
}
