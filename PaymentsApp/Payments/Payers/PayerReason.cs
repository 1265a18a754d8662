using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Payments.Payers;

/// <summary>Why somebody is proposed as the payer.</summary>
public abstract record PayerReason
{
    private PayerReason()
    {
    }

    /// <summary>Part of the name was typed.</summary>
    public sealed record Name : PayerReason;

    /// <summary>The customer number, or its beginning, was typed.</summary>
    public sealed record CustomerNumber : PayerReason;

    /// <summary>One of its invoices has the typed number.</summary>
    public sealed record InvoiceNumber(string Number) : PayerReason;

    /// <summary>Open invoices of exactly the typed amount.</summary>
    /// <param name="Amount">What was typed, in the currency of the invoices.</param>
    /// <param name="Count">How many invoices of it are open; at least one.</param>
    public sealed record OneInvoice(Money Amount, int Count) : PayerReason;

    /// <summary>Several open invoices add up to the typed amount.</summary>
    /// <param name="Amount">What was typed, in the currency of the invoices.</param>
    /// <param name="Invoices">How many invoices the plainest set has.</param>
    /// <param name="Kind">What is kept of them.</param>
    /// <param name="Sets">How many sets there are.</param>
    public sealed record AddUp(Money Amount, int Invoices, ProposalKind Kind, long Sets) : PayerReason;

    /// <summary>An earlier payment has the typed check number or reference.</summary>
    public sealed record Reference(string Typed, DateOnly SeenOn, bool IsCheck) : PayerReason;

    /// <summary>The payer's newest check has a number shortly before the typed one.</summary>
    public sealed record NextCheck(string Typed, string Previous, DateOnly SeenOn) : PayerReason;
}
