using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Security.Pages;

/// <summary>One's own password: a plain page and a plain form, as at sign-in.</summary>
public sealed partial class PasswordPage
{
    private IReadOnlyList<string> _problems = [];
    private bool _isChanged;

    [SupplyParameterFromForm] private PasswordForm? Posted { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private OwnPassword Own { get; set; } = default!;

    private async Task ChangeAsync()
    {
        _problems = await Own.ChangeAsync(
            Http.User, Posted?.Current ?? string.Empty, Posted?.Password ?? string.Empty, Http.Connection.RemoteIpAddress?.ToString(), Http.RequestAborted);
        _isChanged = _problems.Count == 0;
    }
}
