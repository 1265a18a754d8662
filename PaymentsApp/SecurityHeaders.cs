namespace PaymentsApp;

/// <summary>What every answer tells the browser to allow, errors and downloads included.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// No inline script, no eval, nothing from elsewhere. Style attributes are allowed: the kit places its popups with
    /// them, and they can neither select nor load anything.
    /// </summary>
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; " +
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; " +
        "form-action 'self'; frame-ancestors 'none'";

    /// <summary>A PDF within an own page: it can load nothing, and no other site can show it.</summary>
    private const string DocumentPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = IsDocument(context) ? DocumentPolicy : ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

            // Pages and downloads hold people's money: no copy on the disk, nothing shown by Back after sign-out.
            // Static files know their own lifetime.
            if (!IsStaticFile(context))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsDocument(HttpContext context) =>
        context.Response.ContentType == "application/pdf" && context.GetEndpoint()?.Metadata.GetMetadata<Security.ShownInFrame>() is not null;

    private static bool IsStaticFile(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
