namespace PaymentsApp.Domain.Sums;

/// <summary>What the payer kept of the invoices in a proposal, apart from a bank fee. In the order in which they are shown.</summary>
public enum ProposalKind
{
    /// <summary>Nothing: every invoice is paid in full.</summary>
    InFull,

    /// <summary>The early-payment discount of each invoice of which one is still granted.</summary>
    LessDiscount,

    /// <summary>The agency's commission on every invoice.</summary>
    LessCommission,

    /// <summary>The commission, and the discount on what it leaves.</summary>
    LessCommissionAndDiscount,
}
