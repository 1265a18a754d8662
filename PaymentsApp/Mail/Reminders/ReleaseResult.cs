namespace PaymentsApp.Mail.Reminders;

/// <summary>What became of proposals that were released.</summary>
/// <param name="Queued">How many mails are in the outbox now.</param>
/// <param name="Gone">How many were not due any more: paid, disputed or reminded meanwhile.</param>
/// <param name="WithoutAddress">The organizations in which nobody has a mail address.</param>
public sealed record ReleaseResult(int Queued, int Gone, IReadOnlyList<string> WithoutAddress);
