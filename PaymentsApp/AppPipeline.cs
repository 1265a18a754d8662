using Microsoft.AspNetCore.Diagnostics;
using PaymentsApp.Components;
using PaymentsApp.Security;
using PaymentsApp.Statements;

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
        app.Use(ShowRefusalsAsync);
        app.UseRequestLocalization(Cultures.Options());
        app.UseSecurity();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapSecurity();
        app.MapStatements();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
        return app;
    }

    // The pages for refusals are read, not posted to: without this a refused form would be refused a second time, for
    // having no token of that page.
    private static Task ShowRefusalsAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
