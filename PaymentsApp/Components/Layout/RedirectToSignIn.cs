using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Components.Layout;

/// <summary>The session of this screen has ended: to the sign-in page, and back here afterwards.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        var here = "/" + Navigation.ToBaseRelativePath(Navigation.Uri);
        Navigation.NavigateTo($"/account/sign-in?signedOut=true&returnUrl={Uri.EscapeDataString(here)}", forceLoad: true);
    }
}
