namespace PaymentsApp.Domain;

/// <summary>
/// Who owes money: an advertiser, or an agency or parent company that pays for others.
/// Help texts say "client".
/// </summary>
public sealed class Organization
{
    private readonly List<Contact> _contacts = [];

    public Organization(string customerNumber, string name, string currency)
    {
        CustomerNumber = Invariant.NotBlank(customerNumber);
        Name = Invariant.NotBlank(name);
        SearchName = SearchText.Normalize(name);
        Currency = Invariant.Currency(currency);
    }

    public int Id { get; private set; }

    /// <summary>The number the publisher knows the organization by; unique.</summary>
    public string CustomerNumber { get; private set; }

    public string Name { get; private set; }

    /// <summary>The name as <see cref="SearchText"/> folds it; what searches compare and lists sort by.</summary>
    public string SearchName { get; private set; }

    /// <summary>The currency of new invoices.</summary>
    public string Currency { get; private set; }

    /// <summary>The agency or parent that pays this organization's invoices; null when it pays itself.</summary>
    public int? PayerId { get; private set; }

    /// <summary>User id of the sales rep who owns the client; null when nobody does.</summary>
    public string? OwnerId { get; private set; }

    /// <summary>Days from issue to due date of a new invoice.</summary>
    public int PaymentTermsDays { get; private set; } = 30;

    /// <summary>What the window proposes when this organization pays.</summary>
    public AllocationPolicy AllocationPolicy { get; private set; }

    /// <summary>Agreed agency commission that this payer keeps of each invoice, in hundredths of a percent; null when none.</summary>
    public int? CommissionBasisPoints { get; private set; }

    /// <summary>Early-payment discount of new invoices, in hundredths of a percent; null when none. See <see cref="DiscountDays"/>.</summary>
    public int? DiscountBasisPoints { get; private set; }

    /// <summary>Days from issue within which the discount of new invoices is granted; set together with it.</summary>
    public int? DiscountDays { get; private set; }

    public IReadOnlyList<Contact> Contacts => _contacts;

    public void AssignOwner(string? userId) => OwnerId = userId;

    public void PaidBy(int? payerId)
    {
        Invariant.Holds(payerId is null || payerId != Id, "An organization is not its own payer.");
        PayerId = payerId;
    }

    public void SetPaymentTerms(int days)
    {
        Invariant.Holds(days is >= 0 and <= 365, "Payment terms are 0 to 365 days.");
        PaymentTermsDays = days;
    }

    public void ProposeBy(AllocationPolicy policy) => AllocationPolicy = policy;

    /// <param name="basisPoints">1 to 9999, or null for none.</param>
    public void AgreeCommission(int? basisPoints)
    {
        Invariant.Holds(basisPoints is null or (> 0 and < PercentText.Whole), "A commission is more than nothing and less than all.");
        CommissionBasisPoints = basisPoints;
    }

    /// <summary>Discount terms of new invoices; both or neither.</summary>
    /// <param name="basisPoints">1 to 9999, or null for none.</param>
    /// <param name="days">0 to 365, or null for none.</param>
    public void AgreeDiscount(int? basisPoints, int? days)
    {
        Invariant.Holds(basisPoints is null == days is null, "A discount has a percentage and a time.");
        Invariant.Holds(basisPoints is null or (> 0 and < PercentText.Whole), "A discount is more than nothing and less than all.");
        Invariant.Holds(days is null or (>= 0 and <= 365), "A discount is granted for 0 to 365 days.");
        DiscountBasisPoints = basisPoints;
        DiscountDays = days;
    }

    /// <summary>Puts the agreed discount onto a new invoice of this organization.</summary>
    public void PutTermsOn(Invoice invoice)
    {
        if (DiscountBasisPoints is { } basisPoints && DiscountDays is { } days)
        {
            invoice.OfferDiscount(basisPoints, invoice.IssuedOn.AddDays(days));
        }
    }

    public void Rename(string name)
    {
        Name = Invariant.NotBlank(name);
        SearchName = SearchText.Normalize(name);
    }

    public void UseCustomerNumber(string customerNumber) => CustomerNumber = Invariant.NotBlank(customerNumber);

    /// <summary>For new invoices; those that exist keep theirs.</summary>
    public void UseCurrency(string currency) => Currency = Invariant.Currency(currency);

    public void AddContact(Contact contact) => _contacts.Add(contact);

    /// <summary>Contacts are no facts: the new list takes the place of the old one.</summary>
    public void ReplaceContacts(IEnumerable<Contact> contacts)
    {
        _contacts.Clear();
        _contacts.AddRange(contacts);
    }
}
