namespace PaymentsApp.Banking.Reading.Table;

/// <summary>What a column of a table can hold.</summary>
internal enum ColumnRole
{
    BookedOn,
    ValueOn,
    Amount,
    Debit,
    Credit,
    Side,
    Balance,
    Currency,
    PayerName,
    PayerAccount,
    PayerBank,
    Text,
    Reference,
    EndToEndId,
    MandateId,
    BankId,
    CheckNumber,
    Fee,
    OwnAccount,
    OriginalAmount,
    OriginalCurrency,
    Kind,
}
