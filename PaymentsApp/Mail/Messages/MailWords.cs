using System.Diagnostics;
using PaymentsApp.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Messages;

/// <summary>Mails in words.</summary>
internal static class MailWords
{
    public static string Of(MailState state) => state switch
    {
        MailState.Queued => "Waiting",
        MailState.Sending => "Sending",
        MailState.Sent => "Sent",
        MailState.Failed => "Not sent",
        MailState.Withdrawn => "Withdrawn",
        MailState.Unclear => "May have been sent",
        _ => throw new UnreachableException($"{state}"),
    };

    public static StatusTone ToneOf(MailState state) => state switch
    {
        MailState.Queued => StatusTone.Open,
        MailState.Sending => StatusTone.Partial,
        MailState.Sent => StatusTone.Good,
        MailState.Failed or MailState.Unclear => StatusTone.Late,
        MailState.Withdrawn => StatusTone.Ended,
        _ => throw new UnreachableException($"{state}"),
    };

    public static string Of(MailResult? result) => result switch
    {
        MailResult.Accepted => "Taken",
        MailResult.Deferred => "Not now",
        MailResult.Refused => "Refused",
        MailResult.Unclear => "May have been sent",
        null => "End not seen",
        _ => throw new UnreachableException($"{result}"),
    };

    public static string Of(MailKind kind, int? level) => kind == MailKind.Reminder && level is { } number ? $"Reminder {number}" : kind.ToString();
}
