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
        DiscountBasisPoints = DiscountPercent is { } percent ? (int)decimal.Clamp(decimal.Round(percent * 100, MidpointRounding.AwayFromZero), -1, PercentText.Whole) : null,
        DiscountDays = DiscountDays,
    };
}
