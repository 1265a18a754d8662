using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>How much a role may give away without a second person, as the settings show it.</summary>
/// <param name="Role">One of <see cref="Roles.All"/>.</param>
/// <param name="LargestWriteOff">Write-offs and deductions of one invoice, in the company's currency.</param>
/// <param name="LargestDiscount">Discounts and commissions of one invoice beyond what was agreed.</param>
public sealed record RoleLimitForm(string Role, Money LargestWriteOff, Money LargestDiscount);
