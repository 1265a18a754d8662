namespace PaymentsApp.Domain;

/// <summary>
/// The folded name of an organization from one of its letters on. A text stands somewhere in the name when a part begins with
/// it, and that is a range of an index. Kept by the database with every change of a name.
/// </summary>
public sealed class OrganizationNamePart
{
    /// <summary>Parts are cut here: names with so many letters in common are few, and can be read whole.</summary>
    public const int LengthMax = 32;

    private OrganizationNamePart() => Part = string.Empty; // for EF Core

    public string Part { get; private set; }

    public int OrganizationId { get; private set; }
}
