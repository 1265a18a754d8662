using Microsoft.EntityFrameworkCore;
using PaymentsApp.Banking.Matching;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>Asks the engine about lines, over everything that is open now, and puts its answers into what is kept.</summary>
internal sealed class BankMatcher
{
    private const int Million = 1_000_000;

    private readonly Dictionary<int, OpenInvoiceRow> _invoices;
    private readonly Dictionary<int, PayerRow> _payers;
    private readonly MatchIndex _index;

    private BankMatcher(Dictionary<int, OpenInvoiceRow> invoices, Dictionary<int, PayerRow> payers, MatchIndex index) =>
        (_invoices, _payers, _index) = (invoices, payers, index);

    public static async Task<BankMatcher> LoadAsync(AppDbContext db, CancellationToken cancel)
    {
        var payers = await db.Organizations.AsNoTracking()
            .Select(payer => new PayerRow(payer.Id, payer.Name, payer.CustomerNumber, payer.PayerId, payer.CommissionBasisPoints ?? 0))
            .ToDictionaryAsync(payer => payer.Id, cancel);
        var invoices = await db.Invoices.AsNoTracking().Where(invoice => invoice.OutstandingMinor > 0)
            .Select(invoice => new OpenInvoiceRow(
                invoice.Id, invoice.OrganizationId, invoice.Number, invoice.Currency, invoice.TotalMinor, invoice.OutstandingMinor, invoice.IssuedOn, invoice.DueOn,
                invoice.DiscountBasisPoints, invoice.DiscountUntil))
            .ToDictionaryAsync(invoice => invoice.Id, cancel);
        var aliases = (await db.BankAliases.AsNoTracking().ToListAsync(cancel))
            .Select(alias => new MatchAlias(Enum.Parse<AliasKind>(alias.Kind), alias.Key, alias.OrganizationId, alias.Confirmed));

        // An agency pays for its clients: their invoices are open on its account. All organizations are payers, so that a name that
        // belongs to somebody else is known.
        var index = await Task.Run(
            () => MatchIndex.Build(
                [.. invoices.Values.Select(invoice => invoice.ToMatch(payers[invoice.OrganizationId].PayerId ?? invoice.OrganizationId))],
                [.. payers.Values.Select(payer => new MatchPayer(payer.Id, [payer.Name]) { CustomerNumbers = [payer.CustomerNumber], CommissionBasisPoints = payer.Commission })],
                new MatchMemory(aliases)),
            cancel);
        return new BankMatcher(invoices, payers, index);
    }

    /// <summary>Decides lines together, whatever their order; money that went out and what is not booked is not asked about.</summary>
    /// <param name="lines">Lines of money that came in.</param>
    /// <param name="today">For a line without a date.</param>
    /// <returns>For each line what is kept, and whether it is safe to apply unasked.</returns>
    public async Task<IReadOnlyList<(BankDecision Decision, bool IsSure)>> DecideAsync(IReadOnlyList<KeptBankLine> lines, DateOnly today)
    {
        var entries = lines.Select(line => BankJson.Entry(line.Entry)).ToList();
        var asked = lines.Select((line, i) => new MatchLine(
            i, entries[i].PayerName ?? "", entries[i].PayerAccount ?? "", BankLineText.Of(entries[i]), line.AmountMinor, line.Currency, line.BookedOn ?? today)).ToList();
        var decisions = await Task.Run(() => MatchRun.Decide(_index, asked));
        return [.. decisions.Select((decision, i) => (Kept(decision, asked[i]), decision.Kind == MatchDecisionKind.Auto))];
    }

    private BankDecision Kept(MatchDecision decision, MatchLine line)
    {
        // The sentences about the best proposal stand between the outcome and what was ruled out: one a span, payer, amount.
        var words = MatchWords.Of(decision, line);
        var ofBest = decision.Proposals is [var best, ..] ? best.Spans.Count + 2 : 0;
        return new BankDecision(line.Text, [.. decision.Proposals.Select(proposal => Kept(decision, proposal, line))], [words[0], .. words.Skip(1 + ofBest)]);
    }

    // The first and the last sentence are about the decision, those between about the proposal.
    private BankProposal Kept(MatchDecision decision, MatchProposal proposal, MatchLine line)
    {
        var words = MatchWords.Of(decision with { Proposals = [proposal], RuledOut = [] }, line);
        return new BankProposal(
            proposal.PayerId, _payers[proposal.PayerId].Name, Shares(proposal, line), (int)Math.Clamp(Math.Round(proposal.Chance * Million), 0, Million),
            proposal.Reason, proposal.DifferenceMinor,
            [.. proposal.Spans.Select(span => new BankSpan(span.Start, span.Length, span.Number))], [.. words.Skip(1).SkipLast(1)]);
    }

    // What was agreed is settled without money, invoice by invoice; anything else that is missing stays open.
    private List<BankShare> Shares(MatchProposal proposal, MatchLine line)
    {
        var shares = proposal.Shares.Select(share => (share, Invoice: _invoices[share.InvoiceId])).ToList();
        var granted = shares.ConvertAll(pair => proposal.Reason switch
        {
            AmountReason.Discount => pair.Invoice.DiscountOn(line.PostedOn),
            AmountReason.Commission => PercentText.Of(new Money(pair.Invoice.OpenMinor, line.Currency), _payers[proposal.PayerId].Commission).Minor,
            _ => 0,
        });
        var rest = shares.Sum(pair => pair.Invoice.OpenMinor) - granted.Sum() - line.AmountMinor;
        var isWhole = granted.Exists(minor => minor > 0) && Math.Abs(rest) <= shares.Count; // each may have been rounded
        if (isWhole)
        {
            var largest = granted.IndexOf(granted.Max());
            granted[largest] += rest;
        }

        return
        [
            .. shares.Select((pair, i) => new BankShare(
                pair.Invoice.Id, pair.Invoice.Number, pair.Invoice.OrganizationId == proposal.PayerId ? null : _payers[pair.Invoice.OrganizationId].Name,
                isWhole ? pair.Invoice.OpenMinor - granted[i] : pair.share.AmountMinor, pair.Invoice.OpenMinor, isWhole ? granted[i] : 0)),
        ];
    }

    private sealed record PayerRow(int Id, string Name, string CustomerNumber, int? PayerId, int Commission);

    private sealed record OpenInvoiceRow(
        int Id, int OrganizationId, string Number, string Currency, long TotalMinor, long OpenMinor, DateOnly IssuedOn, DateOnly DueOn, int? DiscountBasisPoints, DateOnly? DiscountUntil)
    {
        public long DiscountOn(DateOnly on) => on <= DiscountUntil ? Discount : 0;

        private long Discount => DiscountBasisPoints is { } basisPoints && OpenMinor == TotalMinor ? PercentText.Of(new Money(TotalMinor, Currency), basisPoints).Minor : 0;

        public MatchInvoice ToMatch(int payerId) => new(Id, payerId, [Number], Currency, OpenMinor, IssuedOn, DueOn) { DiscountMinor = Discount, DiscountUntil = DiscountUntil };
    }
}
