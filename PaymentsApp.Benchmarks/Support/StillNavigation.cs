using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>The address bar of a screen without a browser.</summary>
internal sealed class StillNavigation : NavigationManager
{
    public StillNavigation() => Initialize("http://localhost/", "http://localhost/");

    protected override void NavigateToCore(string uri, NavigationOptions options)
    {
        Uri = ToAbsoluteUri(uri).ToString();
        NotifyLocationChanged(isInterceptedLink: false);
    }
}
