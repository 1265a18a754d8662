using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components.Shortcuts;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;
using Radzen.Blazor;

namespace PaymentsApp.Tests.Support;

/// <summary>
/// A screen over the program's own services and a real database, beside the dialogs, found by labels and texts. Make
/// the data first: the first <see cref="Show{TScreen}"/> signs the person in.
/// </summary>
public abstract class ScreenTest : ComponentTest, IAsyncLifetime
{
    protected TestDatabase App { get; private set; } = default!;

    protected TestUser Finance { get; private set; } = default!;

    protected TestUser Rep { get; private set; } = default!;

    protected IRenderedComponent<IComponent> Screen { get; private set; } = default!;

    protected string Words => TextOf(Screen.Nodes);

    public async ValueTask InitializeAsync()
    {
        App = await TestDatabase.CreateAsync();
        Finance = await App.FinanceAsync();
        Rep = await App.RepAsync();
    }

    protected void Show<TScreen>(TestUser person, params (string Name, object? Value)[] parameters)
        where TScreen : IComponent
    {
        if (Screen is null)
        {
            var roles = App.ReadAsync(db => db.UserRoles.Where(role => role.UserId == person.Id).Select(role => role.RoleId).ToArrayAsync()).GetAwaiter().GetResult();
            SignIn(person.Id, person.DisplayName, roles);
            Authorization.SetPolicies([.. PoliciesOf(roles)]);
            Services.AddFallbackServiceProvider(App.For(person));
        }

        Screen = Render(builder =>
        {
            builder.OpenComponent<RadzenComponents>(0);
            builder.CloseComponent();
            builder.OpenComponent<TScreen>(1);
            builder.AddMultipleAttributes(2, parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value!)));
            builder.CloseComponent();
        });
    }

    protected void Eventually(Action assertion) => Screen.WaitForAssertion(assertion, TimeSpan.FromSeconds(15));

    /// <summary>The rows of a list or table, each as its words.</summary>
    protected List<string> Rows(string name) =>
        [.. Table(name).QuerySelectorAll("tbody tr:not(.skeleton)").Select(row => TextOf([row]))];

    protected IElement Row(string name, string text) =>
        Table(name).QuerySelectorAll("tbody tr").First(row => row.TextContent.Contains(text, StringComparison.Ordinal));

    protected IElement Button(string text) => Buttons(text).First();

    protected bool HasButton(string text) => Buttons(text).Any();

    protected IElement Box(string label) =>
        Screen.Find($"#{Screen.FindAll("label").First(element => Plain(element.TextContent).StartsWith(label, StringComparison.Ordinal)).GetAttribute("for")}");

    protected Task PressAsync(string keys) =>
        Screen.InvokeAsync(() => Services.GetRequiredService<ShortcutRegistry>().PressAsync(keys, isInDialog: false));

    /// <summary>Takes the screen away; nobody may listen to changes any more.</summary>
    protected async Task LeaveAsync()
    {
        await DisposeComponentsAsync();
        Assert.Equal(0, App.Services.GetRequiredService<PaymentFeed>().SubscriberCount);
    }

    /// <summary>Blanks of every width and kind are one blank.</summary>
    protected static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await App.DisposeAsync();
    }

    // As the program's own policies say; which those are, PageRightsTests asks the program.
    private static IEnumerable<string> PoliciesOf(IReadOnlyCollection<string> roles)
    {
        if (roles.Contains(Roles.Finance))
        {
            yield return SecurityPolicies.Finance;
        }

        if (roles.Contains(Roles.Admin))
        {
            yield return SecurityPolicies.Admin;
        }

        if (roles.Contains(Roles.Finance) || roles.Contains(Roles.AdSales))
        {
            yield return SecurityPolicies.OrganizationsAccess;
        }
    }

    // Every piece of text by itself: a label and its figure stand apart on the screen.
    private static string TextOf(IEnumerable<INode> nodes) =>
        Plain(string.Join(' ', nodes.SelectMany(node => node.DescendantsAndSelf<IText>()).Select(text => text.Data)));

    private IElement Table(string name) => Screen.Find($"table[aria-label='{name}']");

    private IEnumerable<IElement> Buttons(string text) =>
        Screen.FindAll("button").Where(button => Plain(button.GetAttribute("aria-label") ?? button.TextContent).StartsWith(text, StringComparison.Ordinal));
}
