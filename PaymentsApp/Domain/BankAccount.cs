namespace PaymentsApp.Domain;

/// <summary>An account of the publisher at a bank, to which checks and cash are brought. Its number is kept by its end.</summary>
public sealed class BankAccount(string name, string maskedNumber, string currency)
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>How many characters of the number's end are kept.</summary>
    public const int MaskedNumberLength = 4;

    /// <summary>The longest text on how to pay, in characters; several lines.</summary>
    public const int HowToPayLength = 500;

    public int Id { get; private set; }

    public string Name { get; private set; } = Invariant.NotBlank(name);

    /// <summary>The end of the number, by which a person knows it.</summary>
    public string MaskedNumber { get; private set; } = maskedNumber;

    public string Currency { get; private set; } = Invariant.Currency(currency);

    /// <summary>What payers in its currency read on statements, such as IBAN and BIC; null for nothing. The publisher gives it to be known.</summary>
    public string? HowToPay { get; private set; }

    /// <summary>False: kept for its deposits, no longer offered.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>"Main account ••1234".</summary>
    public string Title => TitleOf(Name, MaskedNumber);

    public static string TitleOf(string name, string maskedNumber) => maskedNumber.Length == 0 ? name : $"{name} ••{maskedNumber}";

    public void TellPayers(string? howToPay) => HowToPay = howToPay;

    public void Edit(string name, string maskedNumber, bool isActive)
    {
        Name = Invariant.NotBlank(name);
        MaskedNumber = maskedNumber;
        IsActive = isActive;
    }
}
