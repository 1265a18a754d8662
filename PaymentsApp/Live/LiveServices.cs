namespace PaymentsApp.Live;

internal static class LiveServices
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<PaymentFeed>();
        services.AddSingleton<LiveWrites>();
        return services;
    }
}
