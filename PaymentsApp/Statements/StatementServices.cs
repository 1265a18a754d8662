using PaymentsApp.Statements.Sending;

namespace PaymentsApp.Statements;

internal static class StatementServices
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddScoped<StatementDocuments>();
        services.AddScoped<StatementService>();
        return services;
    }
}
