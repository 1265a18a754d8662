namespace PaymentsApp.Mail.Texts;

/// <summary>A text that an administrator may write anew.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Title">What a person calls it.</param>
/// <param name="Placeholders">What may stand in braces.</param>
/// <param name="Default">The program's own words.</param>
public sealed record MailTextKind(string Name, string Title, IReadOnlyList<string> Placeholders, Domain.MailText Default);
