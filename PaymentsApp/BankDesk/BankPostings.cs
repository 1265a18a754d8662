using PaymentsApp.Banking;
using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>The payment that a line is, when a proposal is right.</summary>
internal static class BankPostings
{
    private static readonly string[] NoReference = ["NOTPROVIDED", "NONREF", "NOREF"];

    public static RegisterPayment Command(KeptBankLine line, BankProposal proposal, IReadOnlyList<PaymentType> types, string format, DateOnly today)
    {
        var entry = BankJson.Entry(line.Entry);
        return new RegisterPayment(
            line.PaymentId, proposal.PayerId, line.Amount, Money.Zero(line.Currency), ReceivedOn(line, today), TypeOf(types, entry, format)?.Id ?? 0,
            Reference(entry), null, Memo(entry),
            [.. proposal.Shares.Where(share => share.Minor > 0).Select(share => new InvoiceShare(share.InvoiceId, new Money(share.Minor, line.Currency)))])
        {
            // What was agreed; the ids are made by rule, so that the same line sent again is the same payment.
            Adjustments =
            [
                .. from share in proposal.Shares
                   where share.GrantedMinor > 0
                   let isCommission = proposal.Reason == Banking.Matching.AmountReason.Commission
                   select new InvoiceAdjustment(
                       CreditUse.FactIdOf(line.PaymentId, line.Id, share.InvoiceId), share.InvoiceId,
                       isCommission ? AdjustmentKind.AgencyCommission : AdjustmentKind.Discount, new Money(share.GrantedMinor, line.Currency),
                       isCommission ? "AgencyCommission" : "EarlyPayment", null),
            ],
        };
    }

    public static DateOnly ReceivedOn(KeptBankLine line, DateOnly today) => line.BookedOn is { } on && on < today ? on : today;

    /// <summary>A check where the bank names one, ACH where the file is of that, else a wire; null when there is no active payment type.</summary>
    public static PaymentType? TypeOf(IReadOnlyList<PaymentType> types, BankEntry entry, string format)
    {
        var kind = entry.CheckNumber is not null || format.Contains("lockbox", StringComparison.OrdinalIgnoreCase) ? PaymentTypeKind.Check
            : format.StartsWith("NACHA", StringComparison.OrdinalIgnoreCase) ? PaymentTypeKind.Ach
            : PaymentTypeKind.Wire;
        return types.FirstOrDefault(type => type.Kind == kind) ?? (types.Count > 0 ? types[0] : null);
    }

    public static string? Reference(BankEntry entry) =>
        new[] { entry.CheckNumber, entry.EndToEndId, entry.Reference, entry.BankId }
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text) && !NoReference.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)) is { } reference
            ? Storable(reference, RegisterPayment.ReferenceLength)
            : null;

    public static string? Memo(BankEntry entry) => Storable(BankLineText.Of(entry).Replace('\n', ' '), RegisterPayment.MemoLength);

    private static string? Storable(string text, int length)
    {
        var cut = text.Trim() is var trimmed && trimmed.Length > length ? trimmed[..length] : trimmed;
        return cut.Length == 0 || CardNumbers.Contains(cut) ? null : cut;
    }
}
