namespace PaymentsApp.Seeding;

/// <summary>An invoice of the synthetic data, before it has an id.</summary>
internal sealed class SyntheticInvoice
{
    public required int OrganizationId { get; init; }

    public required string Currency { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required long TotalMinor { get; init; }

    public int Id { get; set; }

    public string Number { get; set; } = string.Empty;

    public long AllocatedMinor { get; set; }

    /// <summary>Allocations.</summary>
    public int Version { get; set; }
}
