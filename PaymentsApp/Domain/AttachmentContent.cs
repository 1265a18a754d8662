namespace PaymentsApp.Domain;

/// <summary>The bytes of an <see cref="Attachment"/>, apart from it so that no list ever reads them.</summary>
public sealed class AttachmentContent(Guid id, byte[] bytes)
{
    /// <summary>The attachment's id.</summary>
    public Guid Id { get; private set; } = id;

    public byte[] Bytes { get; private set; } = bytes;
}
