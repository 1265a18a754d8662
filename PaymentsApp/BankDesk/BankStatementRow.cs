using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>A statement in the list.</summary>
/// <param name="Account">The company's name of the account, else what the file says; null when it says nothing.</param>
/// <param name="LinesMissing">Lines of the file that are not stored yet: the import was interrupted.</param>
public sealed record BankStatementRow(
    Guid Id, string? Account, string Format, string? Number, DateOnly? From, DateOnly? To, Money? Opening, Money? Closing, bool? AddsUp, bool MayApplyUnasked,
    IReadOnlyList<BankKeptFinding> Findings, BankTally Tally, int LinesMissing);
