namespace PaymentsApp.Mail.Reminders;

/// <summary>By what policy a client is reminded, and what there is to choose from.</summary>
/// <param name="Chosen">“default”, “none”, or the id of a policy.</param>
/// <param name="Default">The default policy's name.</param>
/// <param name="Others">The other policies: id and name.</param>
public sealed record ReminderChoice(string Chosen, string Default, IReadOnlyList<(string Key, string Name)> Others)
{
    public const string OfDefault = "default";

    public const string OfNone = "none";
}
