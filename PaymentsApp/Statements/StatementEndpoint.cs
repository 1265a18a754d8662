using System.Globalization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Net.Http.Headers;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.Statements;

/// <summary>Gives the PDF of a statement to the browser, to be shown within the page or kept.</summary>
internal static class StatementEndpoint
{
    public const string Path = "/statements/{organizationId:int}";

    public static WebApplication MapStatements(this WebApplication app)
    {
        app.MapGet(Path, ShowAsync).RequireAuthorization(SecurityPolicies.OrganizationsAccess).WithMetadata(new ShownInFrame());
        return app;
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, AuthenticationStateProvider authentication, StatementDocuments statements, CompanyClock clock,
        int organizationId, string? form, string? on, string? from, bool? download)
    {
        // Outside of a page nobody tells it who is there; what the person may see is read from the database all the same.
        ((IHostEnvironmentAuthenticationStateProvider)authentication).SetAuthenticationState(Task.FromResult(new AuthenticationState(context.User)));
        var asked = StatementAddress.Read(organizationId, form, on, from, clock.Today);
        try
        {
            if (await statements.CreateAsync(asked, CultureInfo.CurrentCulture, context.RequestAborted) is not { } file)
            {
                return Results.NotFound();
            }

            var disposition = new ContentDispositionHeaderValue(download is true ? "attachment" : "inline");
            disposition.SetHttpFileName(file.Name);
            context.Response.Headers.ContentDisposition = disposition.ToString();
            return Results.Bytes(file.Bytes, "application/pdf");
        }
        catch (AccessDeniedException)
        {
            return Results.NotFound(); // the right was taken since the sign-in
        }
    }
}
