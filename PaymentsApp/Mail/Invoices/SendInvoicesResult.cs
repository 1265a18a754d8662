namespace PaymentsApp.Mail.Invoices;

/// <summary>What became of it.</summary>
/// <param name="Mails">How many are in the outbox.</param>
/// <param name="WithoutAddress">The organizations in which nobody has a mail address.</param>
/// <param name="Problem">Why nothing was done; null when it was.</param>
public sealed record SendInvoicesResult(int Mails, IReadOnlyList<string> WithoutAddress, string? Problem = null);
