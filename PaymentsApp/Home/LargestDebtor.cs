using PaymentsApp.Domain;

namespace PaymentsApp.Home;

/// <summary>An organization that owes much.</summary>
public sealed record LargestDebtor(int OrganizationId, string Name, int OpenCount, Money Outstanding);
