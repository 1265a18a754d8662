namespace PaymentsApp.Journal;

internal static class JournalServices
{
    public static IServiceCollection AddJournal(this IServiceCollection services) => services.AddScoped<JournalService>();
}
