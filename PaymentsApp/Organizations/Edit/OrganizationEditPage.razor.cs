using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Payments;

namespace PaymentsApp.Organizations.Edit;

/// <summary>The form of one organization.</summary>
public sealed partial class OrganizationEditPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private OrganizationDraft? _draft;
    private OrganizationValues? _before;
    private IReadOnlyList<SalesRep> _salesReps = [];
    private IReadOnlyList<string> _problems = [];
    private bool _isMissing;
    private bool _isSaving;

    /// <summary>Null: a new organization.</summary>
    [Parameter] public int? Id { get; set; }

    [Inject] private OrganizationService Organizations { get; set; } = default!;

    [Inject] private PaymentWindowQueries Payers { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private string BackHref => Id is { } id ? $"ad-sales/organizations/{id}/overview" : "ad-sales/organizations";

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var values = Id is { } id ? await Organizations.FindAsync(id, _closing.Token) : await Organizations.StartAsync(_closing.Token);
        if (values is null)
        {
            _isMissing = true;
            return;
        }

        _salesReps = await Organizations.SalesRepsAsync(_closing.Token);
        var payer = values.PayerId is { } payerId ? await Payers.FindPayerAsync(payerId, _closing.Token) : null;
        _before = values;
        _draft = OrganizationDraft.Of(values, payer);
    }

    private async Task SaveAsync()
    {
        if (_isSaving || _draft is null)
        {
            return;
        }

        _isSaving = true;
        try
        {
            // Not cancelled when the person leaves: a save that was asked for must not be lost.
            var result = await Organizations.SaveAsync(new SaveOrganization(Id, _before, _draft.ToValues()), CancellationToken.None);
            switch (result)
            {
                case SaveOrganizationResult.Saved saved:
                    Toasts.Success($"{_draft.Name.Trim()} is saved.");
                    Navigation.NavigateTo($"ad-sales/organizations/{saved.Id}/overview");
                    break;
                case SaveOrganizationResult.Refused refused:
                    _problems = refused.Problems;
                    break;
                default:
                    throw new UnreachableException();
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
