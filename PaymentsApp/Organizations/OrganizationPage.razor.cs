using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Live;

namespace PaymentsApp.Organizations;

/// <summary>One client account: its figures above, and a tab below.</summary>
public sealed partial class OrganizationPage : LiveComponent
{
    private static readonly string[] TabNames = ["overview", "invoices", "payments", "credit", "statement", "follow-up", "contacts", "history"];

    private OrganizationHeader? _organization;
    private int _loadedId;
    private bool _isLoaded;

    [Parameter] public int Id { get; set; }

    [Parameter] public string? Tab { get; set; }

    [Inject] private OrganizationDetailQueries Queries { get; set; } = default!;

    private string? CurrentTab => Tab is null ? TabNames[0] : TabNames.FirstOrDefault(name => string.Equals(name, Tab, StringComparison.OrdinalIgnoreCase));

    private IReadOnlyList<TabLink> Tabs =>
    [
        new("Overview", HrefOf(TabNames[0])),
        new("Invoices", HrefOf(TabNames[1]), _organization is { OpenCount: > 0 and var open } ? open.ToString("N0", CultureInfo.CurrentCulture) : null),
        new("Payments", HrefOf(TabNames[2])),
        new("Credit", HrefOf(TabNames[3])),
        new("Statement", HrefOf(TabNames[4])),
        new("Follow-up", HrefOf(TabNames[5])),
        new("Contacts", HrefOf(TabNames[6])),
        new("History", HrefOf(TabNames[7])),
    ];

    protected override async Task OnParametersSetAsync()
    {
        if (_loadedId == Id)
        {
            return; // another tab of the same organization
        }

        _isLoaded = false;
        _organization = null;
        _loadedId = Id;
        await LoadAsync();
    }

    protected override bool Concerns(PaymentChange change) => base.Concerns(change) && change.Touches(Id);

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private async Task LoadAsync()
    {
        var id = Id;
        var organization = await Queries.FindAsync(id, Closing);
        if (id == Id)
        {
            _organization = organization;
            _isLoaded = true;
        }
    }

    private string HrefOf(string tab) => $"ad-sales/organizations/{Id}/{tab}";
}
