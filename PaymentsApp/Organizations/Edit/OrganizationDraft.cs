using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Organizations.Edit;

/// <summary>What was typed in the organization's form.</summary>
public sealed class OrganizationDraft
{
    public string CustomerNumber { get; set; } = "";

    public string Name { get; set; } = "";

    public string Currency { get; set; } = "";

    public int PaymentTermsDays { get; set; }

    /// <summary>In percent; null for none.</summary>
    public decimal? DiscountPercent { get; set; }

    public int? DiscountDays { get; set; }

    /// <summary>Empty for nobody.</summary>
    public string OwnerId { get; set; } = "";

    public PayerChoice? Payer { get; set; }

    public AllocationPolicy AllocationPolicy { get; set; }

    /// <summary>In percent, with at most two decimals; null for none.</summary>
    public decimal? CommissionPercent { get; set; }

    public List<ContactDraft> Contacts { get; } = [];

    internal static OrganizationDraft Of(OrganizationValues values, PayerChoice? payer)
    {
        var draft = new OrganizationDraft
        {
            CustomerNumber = values.CustomerNumber,
            Name = values.Name,
            Currency = values.Currency,
            PaymentTermsDays = values.PaymentTermsDays,
            DiscountPercent = values.DiscountBasisPoints / 100m,
            DiscountDays = values.DiscountDays,
            OwnerId = values.OwnerId ?? "",
            Payer = payer,
            AllocationPolicy = values.AllocationPolicy,
            CommissionPercent = values.CommissionBasisPoints / 100m,
        };
        draft.Contacts.AddRange(values.Contacts.Select(ContactDraft.Of));
        return draft;
    }

    internal OrganizationValues ToValues() => new(
        CustomerNumber.Trim(),
        Name.Trim(),
        Currency,
        PaymentTermsDays,
        OwnerId.Length == 0 ? null : OwnerId,
        Payer?.OrganizationId,
        [.. Contacts.Where(contact => !contact.IsBlank).Select(contact => contact.ToValues())])
    {
        DiscountBasisPoints = BasisPointsOf(DiscountPercent),
        DiscountDays = DiscountDays,
        AllocationPolicy = AllocationPolicy,
        CommissionBasisPoints = BasisPointsOf(CommissionPercent),
    };

    // What is no percentage stays none, for the checks to say so.
    private static int? BasisPointsOf(decimal? percent) => percent is { } given
        ? (int)decimal.Clamp(decimal.Round(given * 100, MidpointRounding.AwayFromZero), -1, PercentText.Whole)
        : null;
}
