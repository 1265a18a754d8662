namespace PaymentsApp.BankDesk;

/// <summary>Who works on a file: the instant until which it was taken names the holder, since each one renews it with a later one.</summary>
internal sealed class BankLease(Guid fileId, DateTime until)
{
    public Guid FileId { get; } = fileId;

    /// <summary>UTC; as the file has it while this is the holder.</summary>
    public DateTime Until { get; set; } = until;
}
