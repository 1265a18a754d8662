using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;

namespace PaymentsApp.Administration;

/// <summary>The limits beyond which a difference needs a second person, to be edited by administrators.</summary>
public sealed partial class RoleLimitList : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<RoleLimitDraft> _limits = [];
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;

    [Inject] private RoleLimitService Limits { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync() => _limits = [.. (await Limits.ListAsync(_closing.Token)).Select(limit => new RoleLimitDraft(limit))];

    private async Task SaveAsync(RoleLimitDraft limit)
    {
        if (_isSaving || limit.Form is not { } form)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var problem = await Limits.SaveAsync(form, CancellationToken.None);
            _problems = problem is null ? [] : [problem];
            if (problem is null)
            {
                Toasts.Success("The limits are saved.");
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
