using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps.Disputes;
using PaymentsApp.FollowUps.Promises;
using PaymentsApp.Live;

namespace PaymentsApp.FollowUps;

/// <summary>What clients promised, and what they do not want to pay.</summary>
public sealed partial class PromisesAndDisputesTab : LiveComponent
{
    private static readonly IReadOnlyList<(string Title, string? Slug)> PromiseFilters =
        [("Open and broken", null), ("Open", "open"), ("Broken", "broken"), ("Kept", "kept"), ("Withdrawn", "withdrawn")];

    private static readonly IReadOnlyList<(string Title, string? Slug)> DisputeFilters = [("All", null), ("Waiting for the rep", "owner"), ("Answered", "opener")];

    private PromiseList? _promises;
    private IReadOnlyList<OpenDispute>? _disputes;
    private (string?, string?)? _loadedFor;

    /// <summary>A state of promises, in small letters; null: open and broken.</summary>
    [SupplyParameterFromQuery] private string? Show { get; set; }

    /// <summary>For whom the disputes wait, in small letters; null: all.</summary>
    [SupplyParameterFromQuery] private string? Disputes { get; set; }

    [Inject] private PromiseQueries Promises { get; set; } = default!;

    [Inject] private OpenDisputeQueries OpenDisputes { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_loadedFor != (Show, Disputes))
        {
            _loadedFor = (Show, Disputes);
            await LoadAsync();
        }
    }

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string HrefOf(string? show, string? disputes)
    {
        var query = string.Join('&', new[] { show is null ? null : $"show={show}", disputes is null ? null : $"disputes={disputes}" }.OfType<string>());
        return "finance/collection/promises-and-disputes" + (query.Length == 0 ? "" : $"?{query}");
    }

    private static string KeptText(PromiseRecord record) => record.KeptPercent is { } percent ? $"{percent} %" : "–";

    private async Task LoadAsync()
    {
        var asked = (Show, Disputes);
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        var promises = await Promises.ListAsync(Enum.TryParse<PromiseState>(Show, ignoreCase: true, out var state) ? state : null, Closing);
        var disputes = await OpenDisputes.ListAsync(Enum.TryParse<DisputeAnswerer>(Disputes, ignoreCase: true, out var waitsFor) ? waitsFor : null, Closing);
        if (asked == (Show, Disputes))
        {
            (_promises, _disputes) = (promises, disputes);
        }
    }
}
