using PaymentsApp.Payments.Remittances;

namespace PaymentsApp.Banking.Remittances;

internal static class RemittanceServices
{
    public static IServiceCollection AddRemittances(this IServiceCollection services) => services.AddSingleton<ReadRemittance>(RemittanceReader.ReadAsync);
}
