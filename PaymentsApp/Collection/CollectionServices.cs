using PaymentsApp.Collection.Outstanding;

namespace PaymentsApp.Collection;

internal static class CollectionServices
{
    public static IServiceCollection AddCollection(this IServiceCollection services)
    {
        services.AddScoped<OpenInvoiceQueries>();
        services.AddScoped<OutstandingQueries>();
        return services;
    }
}
