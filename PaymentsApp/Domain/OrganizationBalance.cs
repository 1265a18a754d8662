namespace PaymentsApp.Domain;

/// <summary>
/// What an organization owes in one currency. Kept by the database with every change of an invoice,
/// so that lists sort by it without adding up; <c>verify</c> recomputes it.
/// </summary>
public sealed class OrganizationBalance
{
    private OrganizationBalance() => Currency = string.Empty; // for EF Core

    public int OrganizationId { get; private set; }

    public string Currency { get; private set; }

    /// <summary>In minor units.</summary>
    public long OutstandingMinor { get; private set; }

    /// <summary>Invoices that are not paid.</summary>
    public int OpenCount { get; private set; }
}
