using PaymentsApp.FollowUps.Notes;
using PaymentsApp.FollowUps.Promises;

namespace PaymentsApp.FollowUps;

internal static class FollowUpServices
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services)
    {
        services.AddScoped<PromiseService>();
        services.AddScoped<PromiseQueries>();
        services.AddScoped<FollowUpService>();
        services.AddScoped<FollowUpQueries>();
        return services;
    }
}
