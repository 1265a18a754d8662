namespace PaymentsApp.Administration;

internal static class AdministrationServices
{
    public static IServiceCollection AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<UserService>();
        services.AddScoped<UserQueries>();
        services.AddScoped<BankAccountService>();
        services.AddScoped<SettingsService>();
        services.AddScoped<CompanyDetailsService>();
        services.AddScoped<AuditQueries>();
        services.AddScoped<AuditExport>();
        services.AddScoped<PeriodService>();
        services.AddScoped<RoleLimitService>();
        services.AddHostedService<SettingsWatch>();
        return services;
    }
}
