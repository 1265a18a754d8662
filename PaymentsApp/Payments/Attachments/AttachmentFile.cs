namespace PaymentsApp.Payments.Attachments;

/// <summary>A file to download.</summary>
public sealed record AttachmentFile(string FileName, byte[] Bytes);
