using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Notes;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.FollowUps;

/// <summary>A tab of a client account: what is planned, what was said, what was promised.</summary>
public sealed partial class FollowUpTab : LiveComponent
{
    private FollowUpView? _view;
    private PromiseList? _promises;

    [Parameter, EditorRequired] public int OrganizationId { get; set; }

    [Inject] private FollowUpQueries Queries { get; set; } = default!;

    [Inject] private PromiseQueries Promises { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override bool Concerns(PaymentChange change) => base.Concerns(change) && change.Touches(OrganizationId);

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the tab be seen first.
        _view = await Queries.OfOrganizationAsync(OrganizationId, Closing);
        _promises = await Promises.OfOrganizationAsync(OrganizationId, Closing);
    }

    private Task PromiseAsync() => PromiseDialog.OpenAsync(Dialogs, OrganizationId);

    private Task WriteAsync(FollowUpKind kind) => _view is not { } view || (kind == FollowUpKind.Done && view.NextOn is null)
        ? Task.CompletedTask
        : FollowUpDialog.OpenAsync(Dialogs, kind, OrganizationId, view.Organization, view.Contacts, view.Version);
}
