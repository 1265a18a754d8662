namespace PaymentsApp.Data;

/// <summary>A row of a list, and what of it a search looks at.</summary>
internal sealed class Searchable<TRow, TId>
{
    public required TRow Row { get; init; }

    public required TId Id { get; init; }

    /// <summary>The invoice number or the reference, as <see cref="Domain.SearchText.Key"/> folds it.</summary>
    public required string? Key { get; init; }

    /// <summary>Whose it is: found by name and by customer number.</summary>
    public required int OrganizationId { get; init; }

    /// <summary>The text names exactly this row in some other way.</summary>
    public required bool IsMeant { get; init; }
}
