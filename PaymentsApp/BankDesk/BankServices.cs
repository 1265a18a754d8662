namespace PaymentsApp.BankDesk;

internal static class BankServices
{
    public static IServiceCollection AddBankDesk(this IServiceCollection services)
    {
        services.AddScoped<BankImport>();
        services.AddScoped<BankQueries>();
        services.AddScoped<BankReview>();
        return services;
    }
}
