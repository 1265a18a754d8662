namespace PaymentsApp.Domain;

/// <summary>How a question about the files of one bank account was answered, so that it is asked once.</summary>
public sealed class BankFileAnswer(int bankAccountId, string key, string value)
{
    /// <summary>The longest key or answer, in characters.</summary>
    public const int TextLength = 50;

    public int BankAccountId { get; private set; } = bankAccountId;

    public string Key { get; private set; } = key;

    public string Value { get; set; } = value;
}
