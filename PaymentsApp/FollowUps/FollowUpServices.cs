using PaymentsApp.FollowUps.Disputes;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.FollowUps.Issues;
using PaymentsApp.FollowUps.Notes;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.FollowUps.Work;

namespace PaymentsApp.FollowUps;

internal static class FollowUpServices
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services)
    {
        services.AddScoped<PromiseService>();
        services.AddScoped<PromiseQueries>();
        services.AddScoped<FollowUpService>();
        services.AddScoped<FollowUpQueries>();
        services.AddScoped<WorkQueries>();
        services.AddScoped<OpenDisputeQueries>();
        services.AddScoped<HoldService>();
        services.AddScoped<HoldQueries>();
        services.AddScoped<IssueCloseQueries>();
        return services;
    }
}
