using System.Diagnostics;
using System.Globalization;
using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Payments;

/// <summary>Proposals and their reasons in words.</summary>
public static class ProposalText
{
    private const int NumbersMax = 4;

    // A larger number says no more than "many".
    private const long CountShown = 1_000_000;

    /// <summary>Why rows are ticked, or why none is; empty when there is nothing to say.</summary>
    public static string Why(PaymentDraft draft, CultureInfo culture) => draft.Proposed switch
    {
        ProposalState.OnlySet => $"{OnlySet(draft.TakenProposal!, culture)} Ticked by the policy of this payer: invoices that add up exactly.",
        ProposalState.OldestFirst => $"Oldest first, by the policy of this payer. {Sets(draft.Sums, culture)}".TrimEnd(),
        ProposalState.ByIssue => $"By magazine issue, by the policy of this payer. {Sets(draft.Sums, culture)}".TrimEnd(),
        ProposalState.LeftUnapplied when draft.Terms.IsOnAccount => "On account: it stays as credit of the payer. Tick invoices to apply it all the same.",
        ProposalState.LeftUnapplied => $"Left unapplied, by the policy of this payer. {Sets(draft.Sums, culture)}".TrimEnd(),
        ProposalState.Rivals => $"{Sets(draft.Sums, culture)} None is ticked by itself.",
        ProposalState.NothingAddsUp => "No open invoices add up to exactly this amount.",
        ProposalState.NotCertain when draft.Sums.Count == 0 => "There are too many open invoices to be certain which add up.",
        ProposalState.NotCertain => "One set of invoices adds up to this amount, but there are too many open invoices to be certain that no other does.",
        ProposalState.Taken => Sets(draft.Sums, culture),
        ProposalState.None when !draft.Unapplied.IsZero => Sets(draft.Sums, culture),
        ProposalState.None => "",
        _ => throw new UnreachableException(),
    };

    /// <summary>"INV-1 + INV-2 + INV-3", and how many more.</summary>
    public static string Invoices(Proposal proposal, Func<int, string> numberOf, CultureInfo culture)
    {
        var numbers = proposal.Shares.Take(NumbersMax).Select(share => numberOf(share.InvoiceId));
        var more = proposal.Shares.Count - NumbersMax;
        var what = string.Join(" + ", numbers) + (more > 0 ? $" + {more.ToString("N0", culture)} more" : "");
        return (proposal.IsOldest, proposal.Shares.Count) switch
        {
            (true, > 1) => $"{what}, the oldest {proposal.Shares.Count.ToString("N0", culture)}",
            (true, _) => $"{what}, the oldest",
            _ => what,
        };
    }

    /// <summary>"1,000.00 − discount 20.00 − bank fee 15.00 = 965.00 USD".</summary>
    public static string Arithmetic(Proposal proposal, string currency, CultureInfo culture)
    {
        string Figure(long minor) => MoneyText.Figure(new Money(minor, currency), culture);
        string Less(string what, long minor) => minor == 0 ? "" : $" \u2212 {what} {Figure(minor)}";

        var open = proposal.Shares.Count is > 1 and <= NumbersMax
            ? string.Join(" + ", proposal.Shares.Select(share => Figure(share.OutstandingMinor)))
            : Figure(proposal.OutstandingMinor);
        return open + Less("commission", proposal.CommissionMinor) + Less("discount", proposal.DiscountMinor) + Less("bank fee", proposal.FeeMinor)
            + $" = {MoneyText.WithCode(new Money(proposal.ReceivedMinor, currency), culture)}";
    }

    /// <summary>That other invoices of equal amounts would do as well; null when there are none.</summary>
    public static string? Alike(Proposal proposal, CultureInfo culture) => proposal.Ways == 1
        ? null
        : $"{Number(proposal.Ways, culture)} ways with invoices of equal amounts";

    private static string OnlySet(Proposal proposal, CultureInfo culture)
    {
        var invoices = proposal.Shares.Count == 1 ? "One invoice" : $"These {proposal.Shares.Count.ToString("N0", culture)} invoices";
        var verb = proposal.Shares.Count == 1 ? "comes" : "add up";
        return $"{invoices} {verb} to exactly this amount{Kept(proposal)}; no others do.";
    }

    private static string Kept(Proposal proposal)
    {
        string?[] kept = [proposal.CommissionMinor > 0 ? "commission" : null, proposal.DiscountMinor > 0 ? "discount" : null, proposal.FeeMinor > 0 ? "a bank fee as before" : null];
        var said = string.Join(" and ", kept.OfType<string>());
        return said.Length == 0 ? "" : $", less {said}";
    }

    private static string Sets(SumAnswer sums, CultureInfo culture) => sums switch
    {
        { Count: 0 } => "",
        { Count: 1, IsComplete: true } => "One set of invoices adds up to this amount.",
        { Count: 1 } => "At least one set of invoices adds up to this amount.",
        { IsComplete: true } => $"{Number(sums.Count, culture)} sets of invoices add up to this amount.",
        { Count: > CountShown } => $"More than {CountShown.ToString("N0", culture)} sets of invoices add up to this amount.",
        _ => $"At least {Number(sums.Count, culture)} sets of invoices add up to this amount.",
    };

    private static string Number(long count, CultureInfo culture) =>
        count > CountShown ? $"more than {CountShown.ToString("N0", culture)}" : count.ToString("N0", culture);
}
