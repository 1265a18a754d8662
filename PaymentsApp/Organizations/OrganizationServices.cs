namespace PaymentsApp.Organizations;

internal static class OrganizationServices
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services)
    {
        services.AddScoped<OrganizationQueries>();
        services.AddScoped<OrganizationDetailQueries>();
        return services;
    }
}
