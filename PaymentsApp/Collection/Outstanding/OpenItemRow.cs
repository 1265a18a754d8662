using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding;

/// <summary>An open invoice below its organization.</summary>
/// <param name="Outstanding">What is open of it, or was at the moment asked for.</param>
public sealed record OpenItemRow(int Id, string Number, DateOnly IssuedOn, DateOnly DueOn, int DaysOverdue, Money Total, Money Outstanding);
