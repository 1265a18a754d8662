using System.Globalization;
using PaymentsApp.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>How the screens say what became of a line.</summary>
internal static class BankWords
{
    private const int AlmostSure = 999_900;

    public static string Of(BankLineState state) => state switch
    {
        BankLineState.Waiting => "Not looked at",
        BankLineState.Duplicate => "Came before",
        BankLineState.Sure => "Sure, not applied",
        BankLineState.Applied => "Applied",
        BankLineState.Proposed => "Proposed",
        BankLineState.Unmatched => "Nothing fits",
        BankLineState.Accepted => "Accepted",
        BankLineState.Taken => "Registered",
        BankLineState.Returned => "Returned",
        BankLineState.NotReceipt => "Not a receipt",
        BankLineState.Left => "Left",
        _ => "Undone",
    };

    public static StatusTone ToneOf(BankLineState state) => state switch
    {
        BankLineState.Applied or BankLineState.Accepted or BankLineState.Taken => StatusTone.Good,
        BankLineState.Proposed or BankLineState.Sure => StatusTone.Partial,
        BankLineState.Returned or BankLineState.Undone => StatusTone.Late,
        BankLineState.Duplicate or BankLineState.NotReceipt => StatusTone.Ended,
        BankLineState.Left => StatusTone.Note,
        _ => StatusTone.Open,
    };

    public static string Of(BankLineFilter filter) => filter switch
    {
        BankLineFilter.NeedsYou => "Need you",
        BankLineFilter.Applied => "Applied unasked",
        BankLineFilter.ByPeople => "Decided by people",
        BankLineFilter.NotReceipts => "Not receipts",
        BankLineFilter.Left => "Left",
        BankLineFilter.Duplicates => "Came before",
        _ => "All lines",
    };

    public static BankTallyPart Of(BankTally tally, BankLineFilter filter) => filter switch
    {
        BankLineFilter.NeedsYou => tally.NeedsYou,
        BankLineFilter.Applied => tally.Applied,
        BankLineFilter.ByPeople => tally.ByPeople,
        BankLineFilter.NotReceipts => tally.NotReceipts,
        BankLineFilter.Left => tally.Left,
        BankLineFilter.Duplicates => tally.Duplicates,
        _ => new BankTallyPart(BankLineState.Waiting, tally.Count, tally.Total.Minor),
    };

    /// <summary>"almost certain", "93.1%".</summary>
    public static string Chance(int millionths) => millionths >= AlmostSure ? "almost certain" : (millionths / 1_000_000m).ToString("P1", CultureInfo.CurrentCulture);

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count.ToString("N0", CultureInfo.CurrentCulture)} {many}";

    /// <summary>The text in pieces: those that name an invoice, and those between.</summary>
    public static IEnumerable<(string Text, string? Number)> Pieces(string text, IReadOnlyList<BankSpan> spans)
    {
        var at = 0;
        foreach (var span in spans.Where(span => span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length).OrderBy(span => span.Start))
        {
            if (span.Start < at)
            {
                continue;
            }

            if (span.Start > at)
            {
                yield return (text[at..span.Start], null);
            }

            yield return (text.Substring(span.Start, span.Length), span.Number);
            at = span.Start + span.Length;
        }

        if (at < text.Length)
        {
            yield return (text[at..], null);
        }
    }
}
