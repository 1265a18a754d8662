using PaymentsApp.Mail.Sending;

namespace PaymentsApp.Mail;

internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<SmtpPost>();
        services.AddSingleton<MailAccounts>();
        services.AddSingleton<MailDispatch>();
        services.AddHostedService<MailWorker>();
        return services;
    }
}
