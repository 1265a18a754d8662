using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Work;

/// <summary>Why a client account is on the work list.</summary>
/// <param name="Since">The planned or promised day, the first due day, or the day of the answer.</param>
/// <param name="Amount">The money that it is about; null for none.</param>
public sealed record WorkReason(WorkReasonKind Kind, DateOnly Since, Money? Amount);
