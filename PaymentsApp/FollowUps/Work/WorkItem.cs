using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Work;

/// <summary>A client account that somebody should look at today.</summary>
/// <param name="Overdue">What is due before today.</param>
/// <param name="DaysLate">Of the oldest invoice; 0 when nothing is overdue.</param>
/// <param name="For">Who planned to do it; null: anyone in Finance.</param>
/// <param name="Version">What <see cref="WriteFollowUp.SeenVersion"/> asks for.</param>
/// <param name="Contacts">The people to speak with.</param>
/// <param name="Weight">Larger comes first, see <see cref="WorkOrder"/>.</param>
/// <param name="IsHeld">On credit hold now.</param>
public sealed record WorkItem(
    int OrganizationId,
    string Organization,
    IReadOnlyList<WorkReason> Reasons,
    MoneyPerCurrency Overdue,
    int DaysLate,
    string? For,
    int Version,
    IReadOnlyList<WorkContact> Contacts,
    long Weight,
    bool IsHeld);
