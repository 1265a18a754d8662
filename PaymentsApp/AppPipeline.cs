using PaymentsApp.Components;
using PaymentsApp.Security;

namespace PaymentsApp;

/// <summary>What a request passes through, in order.</summary>
internal static class AppPipeline
{
    public static WebApplication UsePaymentsApp(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/refused", createScopeForStatusCodePages: true);
        app.UseRequestLocalization(Cultures.Options());
        app.UseSecurity();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapSecurity();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
        return app;
    }
}
