using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>Serves <see cref="EmptyPage"/>, with Blazor's script as the published program has it.</summary>
internal static class EmptyHost
{
    /// <summary>The word on the command line; not in the help text.</summary>
    public const string Word = "serve-empty-page";

    public static async Task RunAsync(string published, string[] words)
    {
        var builder = WebApplication.CreateBuilder(words);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        await using var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(published, "wwwroot")) });
        app.UseAntiforgery();
        app.MapRazorComponents<EmptyApp>().AddInteractiveServerRenderMode();
        await app.RunAsync();
    }
}
