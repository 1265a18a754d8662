namespace PaymentsApp.Domain;

/// <summary>What the publisher's documents say of it beside its name: one row, or none as long as nothing was given. Each value is null where it is not given.</summary>
public sealed class CompanyDetails
{
    /// <summary>The id of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>The longest address, in characters; several lines.</summary>
    public const int AddressLength = 500;

    /// <summary>The longest e-mail address, web address, phone and tax number, in characters.</summary>
    public const int LineLength = 200;

    /// <summary>The longest text on how to pay, in characters; several lines.</summary>
    public const int HowToPayLength = 2000;

    public int Id { get; private set; } = OnlyId;

    /// <summary>Below the company's name, line by line.</summary>
    public string? Address { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>As the law of the company's country wants it on documents, for example "VAT DE123456789".</summary>
    public string? TaxNumber { get; private set; }

    public string? Web { get; private set; }

    /// <summary>What stands on every statement; what belongs to one currency stands with its <see cref="BankAccount"/>.</summary>
    public string? HowToPay { get; private set; }

    /// <summary>Null for that of the configuration, and where that has none, of the reader's country.</summary>
    public PaperSize? Paper { get; private set; }

    public void Edit(string? address, string? email, string? phone, string? taxNumber, string? web, string? howToPay, PaperSize? paper) =>
        (Address, Email, Phone, TaxNumber, Web, HowToPay, Paper) = (address, email, phone, taxNumber, web, howToPay, paper);
}
