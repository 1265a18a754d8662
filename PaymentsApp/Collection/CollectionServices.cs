using PaymentsApp.Collection.Outstanding;
using PaymentsApp.Collection.Outstanding.Rows;

namespace PaymentsApp.Collection;

internal static class CollectionServices
{
    public static IServiceCollection AddCollection(this IServiceCollection services)
    {
        services.AddScoped<OpenInvoiceQueries>();
        services.AddScoped<OutstandingQueries>();
        services.AddScoped<UnpaidRowQueries>();
        return services;
    }
}
