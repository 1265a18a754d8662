using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Security.Pages;

/// <summary>Makes the first administrator of a new installation, with the code from the console.</summary>
public sealed partial class FirstAdministratorPage
{
    private IReadOnlyList<string> _problems = [];
    private bool _isOpen;

    [SupplyParameterFromForm] private FirstAdministratorForm? Posted { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private FirstAdministrator First { get; set; } = default!;

    [Inject] private SignInService SignIns { get; set; } = default!;

    [Inject] private SecureTransport Transport { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private FirstAdministratorForm Form { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Form = Posted ?? Form;
        _problems = Transport.Problems(Http.Request);
        _isOpen = await First.IsOpenAsync(Http.RequestAborted);
        if (!_isOpen)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task CreateAsync()
    {
        if (_problems.Count > 0)
        {
            return;
        }

        var person = new NewUser(Form.Name ?? string.Empty, Form.Email ?? string.Empty, [Roles.Admin], Form.Password ?? string.Empty);
        var added = await First.CreateAsync(Form.Code ?? string.Empty, person, Http.RequestAborted);
        if (added.UserId is null)
        {
            _problems = added.Problems;
            return;
        }

        await Http.SignInAsync(SessionCookie.Scheme, await SignIns.StartAsync(added.UserId, CancellationToken.None));
        Navigation.NavigateTo(ReturnUrl.Home);
    }
}
