using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Live;

namespace PaymentsApp.Home;

/// <summary>A sales rep's own clients: released, on hold, promised. A client that a payment releases while the rep looks is announced.</summary>
public sealed partial class ClientFollowUps : LiveComponent
{
    private const int LinesMax = 8;

    private IReadOnlyList<HoldRelease> _released = [];
    private IReadOnlyList<HeldClient> _held = [];
    private IReadOnlyList<PromiseView> _promises = [];

    [Inject] private HoldQueries Holds { get; set; } = default!;

    [Inject] private PromiseQueries Promises { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override async Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes)
    {
        var before = _held.Select(client => client.OrganizationId).ToHashSet();
        await LoadAsync();
        foreach (var release in _released.Where(release => before.Contains(release.OrganizationId)))
        {
            Toasts.Note($"{release.Organization} is off hold.", $"ad-sales/organizations/{release.OrganizationId}/follow-up");
        }
    }

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        _held = await Holds.OwnAsync(Closing);
        _released = await Holds.ReleasedAsync(Closing);
        _promises = [.. (await Promises.ListAsync(null, Closing)).Promises.Take(LinesMax)];
    }
}
