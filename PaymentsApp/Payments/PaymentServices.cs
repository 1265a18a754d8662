namespace PaymentsApp.Payments;

internal static class PaymentServices
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddScoped<PaymentService>();
        services.AddScoped<PaymentWindowQueries>();
        return services;
    }
}
