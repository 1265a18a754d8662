namespace PaymentsApp.Organizations;

/// <summary>The columns that organizations can be sorted by.</summary>
public enum OrganizationSort
{
    Name,
    CustomerNumber,

    /// <summary>By the figure of what is open; of several currencies the largest counts.</summary>
    Outstanding,
}
