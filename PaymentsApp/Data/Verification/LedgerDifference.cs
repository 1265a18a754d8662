namespace PaymentsApp.Data.Verification;

/// <summary>Something kept in the database that the facts do not bear out.</summary>
/// <param name="Check">Which check found it.</param>
/// <param name="Subject">What it is about: "Invoice 12 (INV-00012)", "Audit entry 7".</param>
/// <param name="Finding">What is wrong with it, amounts in minor units.</param>
public sealed record LedgerDifference(LedgerCheck Check, string Subject, string Finding)
{
    public override string ToString() => $"{Subject}: {Finding}";
}
