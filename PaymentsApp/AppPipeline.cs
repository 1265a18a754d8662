using PaymentsApp.Components;

namespace PaymentsApp;

/// <summary>What a request passes through, in order.</summary>
internal static class AppPipeline
{
    public static WebApplication UsePaymentsApp(this WebApplication app)
    {
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
