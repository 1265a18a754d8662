using PaymentsApp.Domain;

namespace PaymentsApp.Organizations.Edit;

/// <summary>What is wrong with an organization's values by themselves.</summary>
public static class OrganizationChecks
{
    /// <summary>Longest customer number, name, e-mail address, phone number and role, in characters.</summary>
    public const int NumberLength = 50;
    public const int NameLength = 200;
    public const int EmailLength = 320;
    public const int PhoneLength = 50;
    public const int RoleLength = 100;

    /// <summary>Days of the longest payment terms.</summary>
    public const int TermsDaysMax = 365;

    public static IEnumerable<string> Check(OrganizationValues values)
    {
        if (values.CustomerNumber.Length is 0 or > NumberLength)
        {
            yield return $"Enter a customer number of at most {NumberLength} characters.";
        }

        if (values.Name.Length is 0 or > NameLength)
        {
            yield return $"Enter a name of at most {NameLength} characters.";
        }

        if (!Currency.IsKnown(values.Currency))
        {
            yield return "Choose a currency.";
        }

        if (values.PaymentTermsDays is < 0 or > TermsDaysMax)
        {
            yield return $"Payment terms are 0 to {TermsDaysMax} days.";
        }

        if (values.DiscountBasisPoints is null != values.DiscountDays is null)
        {
            yield return "An early-payment discount has a percentage and a number of days, or neither.";
        }

        if (values.DiscountBasisPoints is <= 0 or >= PercentText.Whole || values.DiscountDays is < 0 or > TermsDaysMax)
        {
            yield return $"An early-payment discount is more than 0% and less than 100%, granted for 0 to {TermsDaysMax} days.";
        }

        if (!Enum.IsDefined(values.AllocationPolicy))
        {
            yield return "Choose what is proposed for payments.";
        }

        if (values.CommissionBasisPoints is <= 0 or >= PercentText.Whole)
        {
            yield return "An agency commission is more than 0% and less than 100%. Leave it empty for none.";
        }

        foreach (var problem in values.Contacts.SelectMany(Check).Distinct())
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Check(ContactValues contact)
    {
        if (contact.Name.Length is 0 or > NameLength)
        {
            yield return $"Each contact has a name of at most {NameLength} characters.";
        }

        if (contact.Email is { } email && (email.Length > EmailLength || email.IndexOf('@') is <= 0 || email.EndsWith('@') || email.Contains(' ')))
        {
            yield return $"{email} is not an e-mail address.";
        }

        if (contact.Phone?.Length > PhoneLength || contact.Role?.Length > RoleLength)
        {
            yield return $"Phone numbers have at most {PhoneLength} characters, roles {RoleLength}.";
        }
    }
}
