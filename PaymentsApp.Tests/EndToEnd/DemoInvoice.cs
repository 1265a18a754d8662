using System.Globalization;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>An open invoice of the demo data, in US dollars.</summary>
public sealed record DemoInvoice(int Id, string Number, long OutstandingMinor)
{
    /// <summary>1,234.50, as en-US writes it.</summary>
    public string Outstanding => Text(OutstandingMinor);

    public static string Text(long minor) => (minor / 100m).ToString("N2", CultureInfo.GetCultureInfo("en-US"));
}
