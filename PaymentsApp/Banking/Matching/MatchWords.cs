using System.Globalization;

namespace PaymentsApp.Banking.Matching;

/// <summary>Says a decision in sentences, to be stored and shown beside the line.</summary>
public static class MatchWords
{
    /// <summary>What was decided and why, what matched, what was ruled out, by which rules; one sentence each.</summary>
    public static IReadOnlyList<string> Of(MatchDecision decision, MatchLine line)
    {
        var words = new List<string> { Outcome(decision) };
        if (decision.Proposals is [var best, ..])
        {
            words.AddRange(best.Spans.Select(span => Read(span, line)));
            words.Add(Payer(best));
            words.Add(Amount(best));
        }

        words.AddRange(decision.RuledOut.Select(rival => $"Ruled out: {string.Join(", ", rival.Numbers)} ({Chance(rival.Chance)}), {rival.Why}."));
        words.Add($"Rules {decision.RulesVersion}, {Chance(decision.Score)}.");
        return words;
    }

    private static string Outcome(MatchDecision decision) => (decision.Kind, decision.HeldBack) switch
    {
        (MatchDecisionKind.Auto, _) => "Applied unasked: number, amount and payer leave no other reading.",
        (MatchDecisionKind.None, _) => "Nothing open fits this line.",
        (_, HeldBack.OneSignal) => "Only proposed: number, amount and payer do not support each other.",
        (_, HeldBack.UnknownDeduction) => "Only proposed: something was kept that nobody agreed.",
        (_, HeldBack.TooMuch) => "Only proposed: more was paid than is open.",
        (_, HeldBack.UncertainPart) => "Only proposed: a part, and its number is not certain.",
        (_, HeldBack.OtherPayer) => "Only proposed: name or account belong to another customer.",
        (_, HeldBack.ClaimedTwice) => "Only proposed: another line of this run pays the same; perhaps it was paid twice.",
        _ => "Only proposed: another reading cannot be ruled out.",
    };

    private static string Read(ReferenceSpan span, MatchLine line)
    {
        var text = line.Text.Substring(span.Start, span.Length);
        return span.Reading switch
        {
            ReferenceReading.Exact => $"“{text}” is the number {span.Number}.",
            ReferenceReading.Joined => $"“{text}” is the number {span.Number}, put together or taken out of its neighbours.",
            ReferenceReading.LookAlike => $"“{text}” is read as {span.Number}: letters and digits that look alike.",
            _ => $"“{text}” is read as {span.Number}: digits are missing, added, swapped or wrong.",
        };
    }

    private static string Payer(MatchProposal proposal)
    {
        List<string> signs = [];
        Add(PayerSigns.Name, "the name is the customer's");
        Add(PayerSigns.SimilarName, "the name is like the customer's");
        Add(PayerSigns.Account, "the account has paid for this customer before");
        Add(PayerSigns.SeenOnce, "the account has paid for this customer once");
        Add(PayerSigns.CustomerNumber, "the customer number is in the text");
        return signs.Count == 0 ? "Nothing but number and amount tells who paid." : $"Payer: {string.Join(", ", signs)}.";

        void Add(PayerSigns sign, string words)
        {
            if ((proposal.Payer & sign) != 0)
            {
                signs.Add(words);
            }
        }
    }

    private static string Amount(MatchProposal proposal) => proposal.Reason switch
    {
        AmountReason.Exact => "The amount is what is open, to the last cent.",
        AmountReason.Discount => "The amount is what is open less the discount that still runs.",
        AmountReason.KnownFee => "The amount is what is open less a bank fee that was kept before.",
        AmountReason.Commission => "The amount is what is open less the agency's commission.",
        AmountReason.Together => "With other lines of this run it pays what is open.",
        AmountReason.SmallDifference => "The amount is what is open but for a small difference.",
        AmountReason.Part => "The amount is a part of what is open.",
        _ => "The amount is more than is open.",
    };

    private static string Chance(double chance) => chance switch
    {
        > 0.9999 => "chance of error below 1 in 10,000",
        < 0.0001 => "chance below 1 in 10,000",
        _ => string.Create(CultureInfo.InvariantCulture, $"chance {chance:P1}"),
    };
}
