namespace PaymentsApp.Collection;

internal static class CollectionServices
{
    public static IServiceCollection AddCollection(this IServiceCollection services)
    {
        services.AddScoped<OpenInvoiceQueries>();
        return services;
    }
}
