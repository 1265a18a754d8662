namespace PaymentsApp.Organizations.Edit;

/// <summary>The command behind Save in the organization's form.</summary>
/// <param name="Id">Null adds an organization.</param>
/// <param name="Before">What the form showed at first; when a colleague changed it meanwhile, nothing is overwritten.</param>
public sealed record SaveOrganization(int? Id, OrganizationValues? Before, OrganizationValues Values);
