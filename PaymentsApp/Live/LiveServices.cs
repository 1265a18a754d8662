namespace PaymentsApp.Live;

internal static class LiveServices
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<PaymentFeed>();
        services.AddSingleton<SharedReads>();
        services.AddSingleton<PaymentNotifier>();
        services.AddHostedService<PostgresRelay>();
        services.AddSingleton<LiveWrites>();
        return services;
    }
}
