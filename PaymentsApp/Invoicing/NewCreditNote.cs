using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing;

/// <summary>The command behind Save in the New credit note form.</summary>
/// <param name="Id">Made by the form (Guid v7); the idempotency key.</param>
/// <param name="OrganizationId">Who is credited.</param>
/// <param name="Number">Unique among credit notes, however it is spaced or cased.</param>
/// <param name="Total">What is credited; positive.</param>
/// <param name="IssuedOn">The date on the credit note; not in a closed period.</param>
/// <param name="ReasonCode">One of the reason codes of a credit note.</param>
/// <param name="Remark">What else is to be said; null for nothing.</param>
public sealed record NewCreditNote(
    Guid Id, int OrganizationId, string Number, Money Total, DateOnly IssuedOn, string ReasonCode, string? Remark)
{
    /// <summary>The reason as it is kept: its name, and the remark behind a colon.</summary>
    public string Reason => string.IsNullOrWhiteSpace(Remark) ? ReasonCodes.NameOf(ReasonCode) : $"{ReasonCodes.NameOf(ReasonCode)}: {Remark.Trim()}";
}
