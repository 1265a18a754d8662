using PaymentsApp.Invoicing.Import;

namespace PaymentsApp.Invoicing;

/// <summary>Registers invoices and their import.</summary>
public static class InvoicingServices
{
    public static IServiceCollection AddInvoicing(this IServiceCollection services)
    {
        services.AddScoped<InvoiceService>();
        services.AddScoped<InvoiceImport>();
        return services;
    }
}
