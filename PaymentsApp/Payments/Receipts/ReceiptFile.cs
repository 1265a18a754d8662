namespace PaymentsApp.Payments.Receipts;

/// <summary>A receipt to download.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Bytes">A PDF.</param>
public sealed record ReceiptFile(string Name, byte[] Bytes);
