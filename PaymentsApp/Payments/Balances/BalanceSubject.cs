namespace PaymentsApp.Payments.Balances;

/// <summary>Whose figure it is.</summary>
public sealed record BalanceSubject
{
    private BalanceSubject(BalanceKind kind, string currency) => (Kind, Currency) = (kind, currency);

    public BalanceKind Kind { get; }

    public string Currency { get; }

    /// <summary>One of the three is set.</summary>
    public int? InvoiceId { get; private init; }

    public Guid? PaymentId { get; private init; }

    public int? OrganizationId { get; private init; }

    public static BalanceSubject OfInvoice(int invoiceId, string currency) => new(BalanceKind.Outstanding, currency) { InvoiceId = invoiceId };

    public static BalanceSubject OfPayment(Guid paymentId, string currency) => new(BalanceKind.Credit, currency) { PaymentId = paymentId };

    public static BalanceSubject OfOrganization(int organizationId, BalanceKind kind, string currency) => new(kind, currency) { OrganizationId = organizationId };
}
