using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace PaymentsApp.Security.Pages;

/// <summary>A plain page and a plain form: the cookie can only be set before the answer begins.</summary>
public sealed partial class SignIn
{
    private IReadOnlyList<string> _problems = [];
    private IReadOnlyList<DemoPerson> _demoPeople = [];

    [SupplyParameterFromForm] private SignInForm? Posted { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "signedOut")] private bool IsSignedOut { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private SignInService SignIns { get; set; } = default!;

    [Inject] private DemoSignIn Demo { get; set; } = default!;

    [Inject] private SecureTransport Transport { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private SignInForm Form { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Form = Posted ?? Form;
        _problems = Transport.Problems(Http.Request);
        _demoPeople = await Demo.PeopleAsync(Http.RequestAborted);
    }

    private async Task SignInAsync()
    {
        if (_problems.Count > 0)
        {
            return;
        }

        var person = await SignIns.SignInAsync(
            Form.Email ?? string.Empty, Form.Password ?? string.Empty, Http.Connection.RemoteIpAddress?.ToString(), Http.RequestAborted);
        if (person is null)
        {
            _problems = [$"E-mail or password is wrong. After {SignInService.FailuresMax} wrong passwords an account is locked for {SignInService.LockedFor.TotalMinutes:0} minutes."];
            return;
        }

        await Http.SignInAsync(SessionCookie.Scheme, person);
        Navigation.NavigateTo(Security.ReturnUrl.Local(ReturnUrl));
    }
}
