using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Remittances;

/// <summary>A remittance advice compared with what is open and what was received.</summary>
internal sealed class RemittanceView
{
    private readonly string _currency;
    private readonly CultureInfo _culture;

    private RemittanceView(string currency, CultureInfo culture) => (_currency, _culture) = (currency, culture);

    /// <summary>Why nothing was read; null: it was.</summary>
    public string? Problem { get; private init; }

    /// <summary>What needs a person first.</summary>
    public IReadOnlyList<RemittanceLineView> Lines { get; private set; } = [];

    /// <summary>How many lines there are and how their sum stands to the amount.</summary>
    public string Summary { get; private set; } = string.Empty;

    /// <summary>Of all lines, in minor units; a line without an amount counts as what is open.</summary>
    public long SumMinor { get; private set; }

    /// <summary>The sum is not what was received, or what the advice says itself.</summary>
    public bool Differs { get; private set; }

    /// <summary>What each known number gets, in minor units.</summary>
    public IReadOnlyDictionary<string, long> Apply { get; private set; } = new Dictionary<string, long>();

    public static RemittanceView Of(RemittanceAdvice advice, IReadOnlyList<RemittanceStanding> standings, PaymentDraft draft, CultureInfo culture)
    {
        var view = new RemittanceView(draft.Currency, culture) { Problem = advice.Problem };
        if (advice.Problem is null)
        {
            view.Compare(advice, standings.ToLookup(standing => standing.Number), draft);
        }

        return view;
    }

    private void Compare(RemittanceAdvice advice, ILookup<string, RemittanceStanding> standings, PaymentDraft draft)
    {
        var open = draft.RemittanceItems.GroupBy(item => item.Number).ToDictionary(items => items.Key, items => items.First().OpenMinor);
        var items = draft.RemittanceItems;
        var said = advice.Lines.Select(line => (Line: line, Open: line.Item is null ? (long?)null : open.GetValueOrDefault(line.Reference))).ToList();
        Apply = said.Where(line => line.Open is not null and not 0).GroupBy(line => line.Line.Reference)
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Line.AmountMinor ?? line.Open!.Value));
        Lines =
        [
            .. said.Select(line => new RemittanceLineView(
                line.Line.Row, line.Line.Reference, Status(line.Line, line.Open, standings[line.Line.Reference]), line.Line.AmountMinor is { } minor ? Of(minor) : null,
                line.Open is not null and not 0, line.Line.Similar is { } similar && similar < items.Count ? items[similar].Number : null))
                .OrderBy(line => line.IsKnown),
        ];

        SumMinor = said.Sum(line => line.Line.AmountMinor ?? line.Open ?? 0);
        var unknown = Lines.Count(line => !line.IsKnown);
        Summary = $"{Count(Lines.Count, "line")}, {Text(SumMinor)}{Against(SumMinor, advice.StatedMinor, draft)}{(unknown > 0 ? $" {Count(unknown, "line")} name{(unknown == 1 ? "s" : "")} nothing that is open." : string.Empty)}";
    }

    private string Against(long sum, long? stated, PaymentDraft draft)
    {
        if (draft is { IsAmountTyped: true, Amount: { } amount })
        {
            Differs = sum != amount.Minor;
            return Differs ? $": {Text(Math.Abs(sum - amount.Minor))} {(sum > amount.Minor ? "more" : "less")} than was received." : ": the amount received.";
        }

        Differs = stated is not null && stated != sum;
        return stated is null ? "." : Differs ? $": the advice says {Text(stated.Value)} in all." : ": as the advice says.";
    }

    private string Status(RemittanceLine line, long? open, IEnumerable<RemittanceStanding> standings)
    {
        if (open is null)
        {
            return standings.OrderByDescending(standing => standing.IsOfPayer).FirstOrDefault() switch
            {
                null => "No such invoice",
                { IsPaid: true, IsOfPayer: true } => "Paid already",
                { IsOfPayer: true } => "Open in another currency",
                var other => $"Invoice of {other.Client}{(other.IsPaid ? ", paid already" : string.Empty)}",
            };
        }

        if (open is 0)
        {
            return "Paid meanwhile";
        }

        var amount = line.AmountMinor ?? open.Value;
        return open < 0 ? "Credit note"
            : amount == open ? "In full"
            : amount > open ? $"{Text(amount - open.Value)} more than is open"
            : $"{Text(open.Value - amount)} stays open";
    }

    private string Count(int count, string what) => $"{count.ToString("N0", _culture)} {what}{(count == 1 ? string.Empty : "s")}";

    private Money Of(long minor) => new(minor, _currency);

    private string Text(long minor) => MoneyText.WithCode(Of(minor), _culture);
}
