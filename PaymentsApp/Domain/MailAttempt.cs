namespace PaymentsApp.Domain;

/// <summary>One try to send a mail. Begun before the mail server is asked, so that a try whose end nobody saw is there too.</summary>
public sealed class MailAttempt(Guid id, Guid mailId, DateTime startedAt)
{
    /// <summary>The longest answer, in characters.</summary>
    public const int AnswerLength = 500;

    public Guid Id { get; private set; } = id;

    public Guid MailId { get; private set; } = mailId;

    public DateTime StartedAt { get; private set; } = startedAt;

    public DateTime? FinishedAt { get; private set; }

    /// <summary>Null while it runs, and when its process ended meanwhile.</summary>
    public MailResult? Result { get; private set; }

    /// <summary>What the mail server said.</summary>
    public string? Answer { get; private set; }

    public void Finish(DateTime at, MailResult result, string answer)
    {
        FinishedAt = at;
        Result = result;
        Answer = answer.Length > AnswerLength ? answer[..AnswerLength] : answer;
    }
}
