namespace PaymentsApp.Payments.Balances;

/// <summary>A figure that is kept and that facts explain.</summary>
public enum BalanceKind
{
    /// <summary>What is open: of one invoice, or of all invoices of an organization in one currency.</summary>
    Outstanding,

    /// <summary>What is on no invoice: of one payment, or of all payments of a payer in one currency.</summary>
    Credit,
}
