namespace PaymentsApp.Invoicing.Import;

/// <summary>Which answer settles an <see cref="ImportQuestion"/>.</summary>
public enum ImportQuestionKind
{
    Column,
    DateOrder,
    DecimalMark,
    Currency,
}
