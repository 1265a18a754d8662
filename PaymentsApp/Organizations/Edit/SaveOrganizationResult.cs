namespace PaymentsApp.Organizations.Edit;

/// <summary>What became of a save.</summary>
public abstract record SaveOrganizationResult
{
    public sealed record Saved(int Id) : SaveOrganizationResult;

    /// <summary>Nothing was written; whole sentences.</summary>
    public sealed record Refused(IReadOnlyList<string> Problems) : SaveOrganizationResult;
}
