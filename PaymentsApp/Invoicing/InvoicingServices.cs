using PaymentsApp.Invoicing.Details;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Invoicing.Lists;

namespace PaymentsApp.Invoicing;

/// <summary>Registers invoices and their import.</summary>
public static class InvoicingServices
{
    public static IServiceCollection AddInvoicing(this IServiceCollection services)
    {
        services.AddScoped<InvoiceService>();
        services.AddScoped<InvoiceImport>();
        services.AddScoped<InvoiceListQueries>();
        services.AddScoped<InvoiceQueries>();
        services.AddSingleton<ImportFiles>();
        return services;
    }
}
