namespace PaymentsApp.Banking.Matching;

/// <summary>Finds the payment that a return takes back. It proposes; recording the return is a person's or a service's act.</summary>
public static class ReturnFinder
{
    private const int ProposalsMax = 3;

    /// <summary>Nothing is returned after so long: eight weeks for a debit, thirteen months where it was not allowed, and some days.</summary>
    private const int DaysMax = 420;

    /// <summary>The likeliest first, at most three; only of the same amount and currency, and received before.</summary>
    public static IReadOnlyList<ReturnProposal> Find(ReturnedLine line, IEnumerable<ReturnCandidate> candidates)
    {
        var found = candidates
            .Where(paid => paid.AmountMinor == line.AmountMinor && paid.Currency == line.Currency
                && paid.ReceivedOn <= line.PostedOn && line.PostedOn.DayNumber - paid.ReceivedOn.DayNumber <= DaysMax)
            .Select(paid => (Paid: paid, Sign: Sign(line, paid)))
            .Where(pair => pair.Sign.Strength > 0)
            .OrderByDescending(pair => pair.Sign.Strength).ThenByDescending(pair => pair.Paid.ReceivedOn)
            .ToList();
        return
        [
            .. found.Take(ProposalsMax).Select(pair => new ReturnProposal(
                pair.Paid.Id, pair.Sign.Strength >= 3 && found.Count(other => other.Sign.Strength == pair.Sign.Strength) == 1, pair.Sign.Why)),
        ];
    }

    private static (int Strength, string Why) Sign(ReturnedLine line, ReturnCandidate paid)
    {
        if (Names(line.EndToEndId, line.Text, paid.EndToEndId))
        {
            return (5, "It carries the payment's end-to-end id.");
        }

        if (Names(line.TraceNumber, line.Text, paid.TraceNumber))
        {
            return (4, "It carries the bank's reference of the payment.");
        }

        if (Names(line.MandateId, line.Text, paid.MandateId))
        {
            return (3, "It carries the mandate the payment was collected under.");
        }

        if (PayerNames.Compact(line.PayerAccount) is { Length: > 0 } account && account == PayerNames.Compact(paid.PayerAccount))
        {
            return (2, "Amount and account are the payment's.");
        }

        return PayerNames.Key(line.PayerName) is { Length: > 0 } name && name == PayerNames.Key(paid.PayerName)
            ? (1, "Amount and name are the payment's.")
            : (0, string.Empty);
    }

    // "NOTPROVIDED" is what ISO 20022 puts where there is no id.
    private static bool Names(string field, string text, string id)
    {
        var wanted = PayerNames.Compact(id);
        return wanted.Length > 4 && wanted != "NOTPROVIDED" && (PayerNames.Compact(field) == wanted || PayerNames.Compact(text).Contains(wanted, StringComparison.Ordinal));
    }
}
