using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Data;
using PaymentsApp.Live;

namespace PaymentsApp.Statements;

/// <summary>The statement of one organization as the customer gets it. What it shows stands in the address.</summary>
public sealed partial class StatementTab : LiveComponent
{
    private StatementAsked _asked = new(0, StatementForm.OpenItem, DateOnly.MinValue, DateOnly.MinValue);
    private Statement? _statement;
    private int _version;

    [Parameter, EditorRequired] public int OrganizationId { get; set; }

    [SupplyParameterFromQuery(Name = StatementAddress.FormKey)] public string? Form { get; set; }

    [SupplyParameterFromQuery(Name = StatementAddress.OnKey)] public string? On { get; set; }

    [SupplyParameterFromQuery(Name = StatementAddress.FromKey)] public string? From { get; set; }

    [Inject] private StatementDocuments Statements { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    // With another version the browser asks for the document again.
    private string Address => $"{StatementAddress.Of(_asked)}&version={_version.ToString(CultureInfo.InvariantCulture)}";

    // The reader of PDF keeps its list of pages closed and takes the width (RFC 8118).
    private string Shown => $"{Address}#navpanes=0&view=FitH";

    protected override async Task OnParametersSetAsync()
    {
        var asked = StatementAddress.Read(OrganizationId, Form, On, From, Clock.Today);
        if (asked != _asked)
        {
            _asked = asked;
            await LoadAsync();
        }
    }

    protected override bool Concerns(PaymentChange change) => base.Concerns(change) && change.Touches(OrganizationId);

    protected override async Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes)
    {
        await LoadAsync();
        _version++;
    }

    private async Task LoadAsync()
    {
        var asked = _asked;
        var statement = await Statements.FindAsync(asked, Closing);
        if (asked == _asked)
        {
            _statement = statement;
        }
    }

    private string Pressed(StatementForm form) => _asked.Form == form ? "true" : "false";

    private void ShowAs(StatementForm form) => Show(_asked with { Form = form });

    private void ShowOn(DateOnly? on)
    {
        if (on is { } day)
        {
            Show(_asked with { On = day, From = _asked.From <= day ? _asked.From : StatementAddress.FirstOf(day) });
        }
    }

    private void ShowFrom(DateOnly? from)
    {
        if (from is { } day)
        {
            Show(_asked with { From = day });
        }
    }

    private void Show(StatementAsked asked) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(StatementAddress.Query(asked)), replace: true);
}
