using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Layout;

/// <summary>Nobody is signed in: to the sign-in page, and back here afterwards.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        var here = "/" + Navigation.ToBaseRelativePath(Navigation.Uri);
        Navigation.NavigateTo($"/account/sign-in?returnUrl={Uri.EscapeDataString(here)}", forceLoad: true);
    }
}
