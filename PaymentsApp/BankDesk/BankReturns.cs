using Microsoft.EntityFrameworkCore;
using PaymentsApp.Banking;
using PaymentsApp.Banking.Matching;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>Finds the payment that a line takes back, among those that still stand.</summary>
internal static class BankReturns
{
    private const int CandidatesMax = 2_000;

    public static async Task<(BankLineState State, BankDecision Decision)> FindAsync(AppDbContext db, KeptBankLine line, BankEntry entry, CancellationToken cancel)
    {
        var minor = -line.AmountMinor;
        var paid = await (
            from payment in db.Payments
            where payment.AmountMinor == minor && payment.Currency == line.Currency && payment.WithdrawnMinor == 0
            join payer in db.Organizations on payment.PayerId equals payer.Id
            orderby payment.Number descending
            select new { payment.Id, payment.Number, payment.ReceivedOn, payment.Reference, payer.Name }).Take(CandidatesMax).ToListAsync(cancel);
        var ids = paid.Select(payment => payment.Id).ToArray();
        var entries = (await db.BankLines.Where(other => ids.Contains(other.PaymentId)).Select(other => new { other.PaymentId, other.Entry }).ToListAsync(cancel))
            .ToDictionary(other => other.PaymentId, other => BankJson.Entry(other.Entry));
        var candidates = paid.Select((payment, i) => entries.GetValueOrDefault(payment.Id) is { } came
            ? new ReturnCandidate(
                i, came.EndToEndId ?? "", came.MandateId ?? "", came.BankId ?? "", came.PayerName ?? payment.Name, came.PayerAccount ?? "", minor, line.Currency, payment.ReceivedOn)
            : new ReturnCandidate(i, payment.Reference ?? "", "", "", payment.Name, "", minor, line.Currency, payment.ReceivedOn));
        var text = BankLineText.Of(entry);
        var found = ReturnFinder.Find(
            new ReturnedLine(
                entry.EndToEndId ?? "", entry.MandateId ?? "", entry.BankId ?? "", text, entry.PayerName ?? "", entry.PayerAccount ?? "", minor, line.Currency,
                line.BookedOn ?? DateOnly.MaxValue),
            candidates);
        var returns = found.Select(proposal => (proposal, Payment: paid[proposal.Id]))
            .Select(pair => new BankReturn(pair.Payment.Id, pair.Payment.Number, pair.Payment.Name, pair.Payment.ReceivedOn, pair.proposal.IsCertain, pair.proposal.Why)).ToList();
        var decision = new BankDecision(text, [], [returns.Count > 0 ? "The bank takes a payment back." : "The bank takes a payment back; which one is not known here."]) { Returns = returns };
        return (returns.Count > 0 ? BankLineState.Proposed : BankLineState.Unmatched, decision);
    }
}
