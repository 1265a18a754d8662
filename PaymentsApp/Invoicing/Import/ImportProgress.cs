namespace PaymentsApp.Invoicing.Import;

/// <summary>How far a pass over the file is.</summary>
/// <param name="Bytes">Read so far.</param>
/// <param name="TotalBytes">Size of the file.</param>
/// <param name="Lines">Lines done.</param>
public sealed record ImportProgress(long Bytes, long TotalBytes, long Lines)
{
    /// <summary>From 0 to 100; 100 only at the end.</summary>
    public int Percent => TotalBytes == 0 ? 0 : (int)Math.Min(100, Bytes * 100 / TotalBytes);
}
