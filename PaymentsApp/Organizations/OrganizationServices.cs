using PaymentsApp.Organizations.Edit;

namespace PaymentsApp.Organizations;

internal static class OrganizationServices
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services)
    {
        services.AddScoped<OrganizationQueries>();
        services.AddScoped<OrganizationDetailQueries>();
        services.AddScoped<OrganizationService>();
        return services;
    }
}
