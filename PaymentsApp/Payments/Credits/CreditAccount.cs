namespace PaymentsApp.Payments.Credits;

/// <summary>The credit of one organization.</summary>
/// <param name="Open">What can be used, the oldest first.</param>
/// <param name="Notes">All credit notes, the latest first; at most <see cref="CreditQueries.NotesMax"/>.</param>
/// <param name="CanApply">The person may use, refund and take back.</param>
public sealed record CreditAccount(IReadOnlyList<OpenCredit> Open, IReadOnlyList<CreditNoteLine> Notes, bool CanApply);
