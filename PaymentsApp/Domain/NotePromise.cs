namespace PaymentsApp.Domain;

/// <summary>A client promised to pay.</summary>
/// <param name="PromiseId">Made when the window opens; sent again it does nothing twice.</param>
/// <param name="SaidBy">A contact's name, or another person's.</param>
/// <param name="InvoiceIds">Open invoices of the organization, in the currency of the amount; empty: whatever it pays.</param>
public sealed record NotePromise(
    Guid PromiseId, int OrganizationId, Money Amount, DateOnly PromisedOn, string SaidBy, string? Note, IReadOnlyList<int> InvoiceIds);
