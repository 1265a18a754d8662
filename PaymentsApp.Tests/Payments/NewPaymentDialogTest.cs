using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components;
using PaymentsApp.Components.Shortcuts;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;
using Radzen;
using Radzen.Blazor;

namespace PaymentsApp.Tests.Payments;

/// <summary>
/// The New payment window over the program's own services and a real database, driven by its labels, buttons and keys
/// and read by its words.
/// </summary>
public abstract class NewPaymentDialogTest : ComponentTest, IAsyncLifetime
{
    private protected PaymentDesk Desk { get; private set; } = default!;

    private protected IRenderedComponent<IComponent> Screen { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Desk = await PaymentDesk.OpenAsync(DatabaseProvider.Sqlite);
    }

    private protected void Open(NewPaymentStart start, TestUser? person = null)
    {
        if (Screen is null)
        {
            Services.AddFallbackServiceProvider(Desk.App.For(person ?? Desk.Finance));
            Screen = Render(builder =>
            {
                builder.OpenComponent<RadzenComponents>(0);
                builder.CloseComponent();
                builder.OpenComponent<ToastHost>(1);
                builder.CloseComponent();
            });
        }

        _ = Screen.InvokeAsync(() => NewPaymentDialog.OpenAsync(Services.GetRequiredService<DialogService>(), start));
        Screen.WaitForElement("[data-ready]");
    }

    private protected void OpenForInvoice(Invoice? invoice = null) =>
        Open(NewPaymentStart.ForInvoice(Desk.Client.Id, (invoice ?? Desk.Invoice).Id));

    private protected bool IsOpen => Screen.FindAll("[data-ready]").Count > 0;

    private protected string Words => Plain(Screen.Find("[data-ready]").TextContent);

    private protected string Toast => Plain(string.Join(' ', Screen.FindComponent<ToastHost>().Nodes.Select(node => node.TextContent)));

    private protected IElement Box(string label)
    {
        var named = Screen.FindAll("label").FirstOrDefault(element => element.TextContent.StartsWith(label, StringComparison.Ordinal));
        return named?.GetAttribute("for") is { } id
            ? Screen.Find($"#{id}")
            : Screen.Find($"input[aria-label='{label}']");
    }

    private protected string Text(string label) => Plain(Box(label).GetAttribute("value") ?? "");

    /// <summary>What stands under a box: what was understood, or what is wrong.</summary>
    private protected string Note(string label) => Plain(Screen.Find($"#{Box(label).GetAttribute("aria-describedby")}").TextContent.Trim());

    /// <summary>Types into a box and leaves it.</summary>
    private protected void Type(string label, string text)
    {
        Box(label).Input(text);
        if (Box(label).HasAttribute("blazor:onblur"))
        {
            Box(label).Blur();
        }
    }

    private protected void Choose(string label, string value) => Box(label).Change(value);

    private protected IElement Button(string text) =>
        Screen.FindAll("button").Single(button => Plain(button.TextContent).StartsWith(text, StringComparison.Ordinal) && !IsLonger(button, text));

    private protected void Click(string button) => Button(button).Click();

    private protected void Press(string keys) =>
        _ = Screen.InvokeAsync(() => Services.GetRequiredService<ShortcutRegistry>().PressAsync(keys, isInDialog: true));

    private protected IElement Tick(Invoice invoice) => Screen.Find($"input[type=checkbox][aria-label='Apply to invoice {invoice.Number}']");

    private protected string Share(Invoice invoice) =>
        Plain(Screen.Find($"input[type=text][aria-label='Apply to invoice {invoice.Number}']").GetAttribute("value") ?? "");

    private protected void TypeShare(Invoice invoice, string text)
    {
        IElement Find() => Screen.Find($"input[type=text][aria-label='Apply to invoice {invoice.Number}']");
        Find().Input(text);
        Find().Blur();
    }

    /// <summary>Types into the payer's box and chooses the first that is proposed.</summary>
    private protected void ChoosePayer(string text)
    {
        Box("Payer").FocusIn();
        Box("Payer").Input(text);
        Screen.WaitForElement("[role=option]");
        Box("Payer").KeyDown(new KeyboardEventArgs { Key = "Enter" });
    }

    private protected void Eventually(Action assertion) => Screen.WaitForAssertion(assertion, TimeSpan.FromSeconds(20));

    private protected void SaveAndClose()
    {
        Press("Ctrl+Enter");
        Eventually(() => Assert.False(IsOpen));
    }

    private protected Task<List<Payment>> PaymentsAsync() =>
        Desk.App.ReadAsync(db => db.Payments.AsNoTracking().OrderBy(payment => payment.Number).ToListAsync());

    private protected async Task<Payment> PaymentAsync() => Assert.Single(await PaymentsAsync());

    /// <summary>Blanks of every width and kind are one blank.</summary>
    private protected static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Desk.DisposeAsync();
    }

    private static bool IsLonger(IElement button, string text) => text == "Save" && button.TextContent.Contains("new", StringComparison.Ordinal);
}
