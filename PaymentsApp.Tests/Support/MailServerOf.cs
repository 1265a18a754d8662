using Microsoft.EntityFrameworkCore;
using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Support;

/// <summary>The mail settings of a test: nothing listens, and no worker runs.</summary>
internal static class MailServerOf
{
    public static Task SetUpAsync(TestDatabase app, bool isOn = true) => app.WriteAsync(async db =>
    {
        var settings = await db.MailSettings.AsTracking().SingleOrDefaultAsync();
        if (settings is null)
        {
            settings = new MailSettings();
            db.MailSettings.Add(settings);
        }

        settings.UseServer("localhost", 2525, usesTls: false, null, null);
        settings.SendAs("Harbor Magazines", "billing@example.com", null);
        settings.Switch(isOn);
        return true;
    });
}
