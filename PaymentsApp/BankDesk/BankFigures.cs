using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>How matching does, over the files of the last <see cref="BankQueries.FigureDays"/> days; duplicates and what is no customer receipt aside.</summary>
/// <param name="Lines">Receipts of customers in all.</param>
/// <param name="AppliedLines">Applied unasked, and standing.</param>
/// <param name="UndoneLines">Applied unasked, and taken back: wrong, or thought to be.</param>
/// <param name="Payments">Payments that came from bank lines, and stand.</param>
/// <param name="AppliedMoney">Applied unasked, per currency.</param>
/// <param name="Money">All receipts, per currency.</param>
/// <param name="MedianReview">How long a person looks at a line; null: nobody decided one yet.</param>
public sealed record BankFigures(
    int Lines, int AppliedLines, int UndoneLines, int Payments, MoneyPerCurrency AppliedMoney, MoneyPerCurrency Money, TimeSpan? MedianReview);
