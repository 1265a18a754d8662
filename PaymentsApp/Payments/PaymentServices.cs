using PaymentsApp.Components.Search;
using PaymentsApp.Payments.Approvals;
using PaymentsApp.Payments.Attachments;
using PaymentsApp.Payments.Balances;
using PaymentsApp.Payments.CheckRuns;
using PaymentsApp.Payments.Credits;
using PaymentsApp.Payments.Deposits;
using PaymentsApp.Payments.Details;
using PaymentsApp.Payments.Disputes;
using PaymentsApp.Payments.Drafts;
using PaymentsApp.Payments.History;
using PaymentsApp.Payments.Lists;
using PaymentsApp.Payments.Payers;
using PaymentsApp.Payments.Parts;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Payments.Remittances;
using PaymentsApp.Payments.Returns;

namespace PaymentsApp.Payments;

internal static class PaymentServices
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddScoped<PaymentService>();
        services.AddScoped<PaymentWindowQueries>();
        services.AddScoped<PayerQueries>();
        services.AddScoped<RemittanceQueries>();
        services.AddScoped<GlobalSearchQueries>();
        services.AddScoped<FindAnything>(scope => scope.GetRequiredService<GlobalSearchQueries>().SearchAsync);
        services.AddScoped<PaymentQueries>();
        services.AddScoped<PaymentDetailQueries>();
        services.AddScoped<PaymentPartQueries>();
        services.AddScoped<ReturnedPaymentQueries>();
        services.AddSingleton<OpenWindows>();
        services.AddScoped<DraftService>();
        services.AddScoped<CheckRunService>();
        services.AddScoped<DepositService>();
        services.AddScoped<AttachmentService>();
        services.AddScoped<ReceiptService>();
        services.AddSingleton<PaymentsApp.Mail.IMailFileMaker, ReceiptFileMaker>();
        services.AddScoped<BalanceFactQueries>();
        services.AddScoped<HistoryQueries>();
        services.AddScoped<DifferenceQueries>();
        services.AddScoped<CreditQueries>();
        services.AddScoped<ApprovalQueries>();
        services.AddScoped<DisputeService>();
        services.AddScoped<DisputeQueries>();
        return services;
    }
}
