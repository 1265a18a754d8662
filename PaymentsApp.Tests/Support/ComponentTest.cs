using System.Security.Claims;
using Bunit;
using Bunit.Rendering;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components;
using Radzen;

namespace PaymentsApp.Tests.Support;

/// <summary>
/// Base of component tests: an interactive server screen with Radzen's services and a signed-in person. Add services
/// before the first render. Drive and read what a user sees: labels, buttons, messages.
/// </summary>
public abstract class ComponentTest : BunitContext
{
    private bool _rendered;

    protected ComponentTest()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(10);
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(invocation => invocation.Identifier.StartsWith("Radzen.create", StringComparison.Ordinal)).Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddScoped<Downloads>();
        Authorization = AddAuthorization();
    }

    protected ManualTimeProvider Clock { get; } = new();

    protected BunitAuthorizationContext Authorization { get; }

    /// <summary>Signs in with the claims that the program's own cookie carries.</summary>
    protected void SignIn(string userId, string name, params string[] roles)
    {
        Authorization.SetAuthorized(name);
        Authorization.SetRoles(roles);
        Authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, userId));
    }

    public override IRenderedComponent<TComponent> Render<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>>? parameterBuilder = null)
    {
        BeforeFirstRender();
        return base.Render(parameterBuilder);
    }

    public override IRenderedComponent<TComponent> Render<TComponent>(RenderFragment renderFragment)
    {
        BeforeFirstRender();
        return base.Render<TComponent>(renderFragment);
    }

    public override IRenderedComponent<ContainerFragment> Render(RenderFragment renderFragment)
    {
        BeforeFirstRender();
        return base.Render(renderFragment);
    }

    // Builds the renderer and closes the list of services, so it comes as late as can be.
    private void BeforeFirstRender()
    {
        if (!_rendered)
        {
            _rendered = true;
            SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        }
    }
}
