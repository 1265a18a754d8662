using System.Globalization;

namespace PaymentsApp.Organizations;

internal static class PaidForText
{
    /// <summary>"1 client", "11 clients".</summary>
    public static string Clients(int count) => $"{count.ToString("N0", CultureInfo.CurrentCulture)} {(count == 1 ? "client" : "clients")}";
}
