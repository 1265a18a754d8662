namespace PaymentsApp.Seeding;

/// <summary>Registers the makers of demo and synthetic data.</summary>
internal static class SeedingServices
{
    public static IServiceCollection AddSeeding(this IServiceCollection services) =>
        services.AddSingleton<DemoData>().AddSingleton<SyntheticData>();
}
