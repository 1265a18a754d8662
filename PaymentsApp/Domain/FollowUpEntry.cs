namespace PaymentsApp.Domain;

/// <summary>A note or a call about a client account, or that what was due is done. A fact.</summary>
public sealed class FollowUpEntry
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>The longest name of the person spoken with, in characters.</summary>
    public const int SpokeWithLength = 200;

    /// <param name="command">Already checked.</param>
    /// <param name="written">Who, and when.</param>
    public FollowUpEntry(WriteFollowUp command, Recorded written)
    {
        Id = command.EntryId;
        OrganizationId = command.OrganizationId;
        Kind = command.Kind;
        Text = command.Text.Trim();
        SpokeWith = string.IsNullOrWhiteSpace(command.SpokeWith) ? null : command.SpokeWith.Trim();
        NextOn = command.Next?.DueOn;
        Invariant.Holds(Kind == FollowUpKind.Done || Text.Length > 0, "Something was said.");
        WrittenAt = written.At;
        WrittenById = written.ById;
    }

    private FollowUpEntry() => Text = WrittenById = string.Empty; // for EF Core

    /// <summary>Made by the caller (Guid v7); the idempotency key.</summary>
    public Guid Id { get; private set; }

    public int OrganizationId { get; private set; }

    public FollowUpKind Kind { get; private set; }

    /// <summary>Empty only where something was done without a word.</summary>
    public string Text { get; private set; }

    /// <summary>The person's name as it was then; null when nobody was spoken with.</summary>
    public string? SpokeWith { get; private set; }

    /// <summary>The next action date that was set with it; null when none was.</summary>
    public DateOnly? NextOn { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public string WrittenById { get; private set; }
}
