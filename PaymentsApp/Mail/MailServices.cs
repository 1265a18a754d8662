using PaymentsApp.Live;
using PaymentsApp.Mail.Invoices;
using PaymentsApp.Mail.Messages;
using PaymentsApp.Mail.Reminders;
using PaymentsApp.Mail.Sending;
using PaymentsApp.Mail.Server;
using PaymentsApp.Mail.Texts;

namespace PaymentsApp.Mail;

internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<SmtpPost>();
        services.AddSingleton<MailAccounts>();
        services.AddSingleton<MailDispatch>();
        services.AddHostedService<MailWorker>();
        services.AddScoped<MailSettingsService>();
        services.AddSingleton<IChangeFollower, ReminderWithdrawal>();
        services.AddHostedService<DailyReminders>();
        services.AddScoped<ReminderService>();
        services.AddScoped<ReminderPolicyService>();
        services.AddScoped<MailTextService>();
        services.AddScoped<InvoiceMailService>();
        services.AddScoped<MailQueries>();
        services.AddScoped<MailService>();
        return services;
    }
}
