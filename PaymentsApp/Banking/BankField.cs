namespace PaymentsApp.Banking;

/// <summary>The values of a <see cref="BankEntry"/> whose place in the file is kept.</summary>
public enum BankField
{
    Amount,
    BookedOn,
    ValueOn,
    PayerName,
    PayerAccount,
    Reference,
    EndToEndId,
    RemittanceText,
    BankId,
}
