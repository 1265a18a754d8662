namespace PaymentsApp.Organizations;

/// <summary>The columns that organizations can be sorted by.</summary>
public enum OrganizationSort
{
    Name,
    CustomerNumber,

    /// <summary>By what is open: in the company's currency first, then in the others, those that owe nothing last.</summary>
    Outstanding,
}
