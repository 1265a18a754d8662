using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Texts;

/// <summary>A text as it is now.</summary>
/// <param name="Kind">Which, and what may stand in it.</param>
/// <param name="Words">Those that are used.</param>
/// <param name="IsOwn">False: the program's own.</param>
public sealed record MailTextForm(MailTextKind Kind, MailText Words, bool IsOwn);
