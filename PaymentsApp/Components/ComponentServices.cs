using Microsoft.AspNetCore.Components.Server.Circuits;
using PaymentsApp.Components.Layout;
using PaymentsApp.Components.Shortcuts;
using Radzen;

namespace PaymentsApp.Components;

internal static class ComponentServices
{
    /// <summary>What the shared components need. Scoped: one of each per browser tab.</summary>
    public static IServiceCollection AddComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddAuthorizationCore();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddScoped<Connection>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<Connection>());
        services.AddScoped<Toasts>();
        services.AddScoped<Downloads>();
        services.AddScoped<ShortcutRegistry>();
        return services;
    }
}
