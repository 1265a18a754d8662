using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>What the window shows of a payer.</summary>
/// <param name="Currency">Of the open invoices; of the organization when none is open.</param>
/// <param name="OpenInvoices">Oldest first, at most <see cref="PaymentWindowQueries.OpenInvoicesMax"/>.</param>
/// <param name="OpenInvoiceCount">How many there are in all.</param>
/// <param name="OtherCurrencies">Currencies of open invoices that this payment cannot pay.</param>
/// <param name="Terms">What is agreed with the payer, and the fees of its latest payments.</param>
/// <param name="Unapplied">Credit from earlier payments, in <see cref="Currency"/>.</param>
public sealed record PayerAccount(
    PayerChoice Payer,
    string Currency,
    IReadOnlyList<OpenInvoice> OpenInvoices,
    int OpenInvoiceCount,
    IReadOnlyList<string> OtherCurrencies,
    Money Unapplied,
    PayerTerms Terms)
{
    /// <summary>Whose invoices these are: the payer, and the organizations that it pays for and the person may see.</summary>
    public required IReadOnlyList<int> AccountIds { get; init; }

    /// <summary>Who usually pays for this organization; null when it pays itself, or when the person may not see the payer.</summary>
    public PayerChoice? PaidBy { get; init; }
}
