using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace PaymentsApp.Components;

/// <summary>
/// Whose figures and dates are shown: those of the browser's first language, or of the cookie that
/// ASP.NET Core knows for it. The words are English everywhere.
/// </summary>
internal static class Cultures
{
    private const string Default = "en-US";

    // Other calendars would show a payment date in another era than the date field beside it.
    public static RequestLocalizationOptions Options()
    {
        CultureInfo[] cultures = [.. CultureInfo.GetCultures(CultureTypes.AllCultures).Where(culture => culture is { Name.Length: > 0, Calendar: GregorianCalendar })];
        return new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(Default, "en"),
            SupportedCultures = cultures,
            SupportedUICultures = [CultureInfo.GetCultureInfo("en")],
            RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()],
        };
    }
}
