namespace PaymentsApp.Mail.Sending;

/// <summary>
/// Bytes that know whether anybody began to read them: the content of a mail is read when the mail server has said that it takes the mail, never earlier.
/// So an untouched one was surely not sent.
/// </summary>
internal sealed class WatchedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public bool WasRead { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        WasRead = true;
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        WasRead = true;
        return base.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        WasRead = true;
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        WasRead = true;
        return base.ReadAsync(buffer, cancellationToken);
    }
}
