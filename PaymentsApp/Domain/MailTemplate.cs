namespace PaymentsApp.Domain;

/// <summary>The company's own words of a kind of mail; where there is none, the program's are used.</summary>
public sealed class MailTemplate(string name, string subject, string text, string html)
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 40;

    /// <summary>The longest text, plain or HTML, in characters.</summary>
    public const int TextLength = 20_000;

    /// <summary>Which mail: "statement", "receipt", "reminder-firm".</summary>
    public string Name { get; private set; } = Invariant.NotBlank(name);

    public string Subject { get; private set; } = subject;

    public string Text { get; private set; } = text;

    public string Html { get; private set; } = html;

    public void Edit(string subject, string text, string html) => (Subject, Text, Html) = (subject, text, html);
}
