using PaymentsApp.Components.Search;

namespace PaymentsApp.Payments;

internal static class PaymentServices
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddScoped<PaymentService>();
        services.AddScoped<PaymentWindowQueries>();
        services.AddScoped<GlobalSearchQueries>();
        services.AddScoped<FindAnything>(scope => scope.GetRequiredService<GlobalSearchQueries>().SearchAsync);
        return services;
    }
}
