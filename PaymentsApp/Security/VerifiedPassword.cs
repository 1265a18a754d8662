namespace PaymentsApp.Security;

/// <summary>A guess was right.</summary>
/// <param name="Hash">What it was compared with: the person may have got another password since.</param>
/// <param name="IsOld">The hash was made with fewer iterations than today's.</param>
internal sealed record VerifiedPassword(string Hash, bool IsOld);
