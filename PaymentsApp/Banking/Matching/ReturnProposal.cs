namespace PaymentsApp.Banking.Matching;

/// <summary>A payment that a return is probably of.</summary>
/// <param name="Id">The candidate.</param>
/// <param name="IsCertain">An id that both carry, and no other candidate does.</param>
/// <param name="Why">For people.</param>
public sealed record ReturnProposal(int Id, bool IsCertain, string Why);
