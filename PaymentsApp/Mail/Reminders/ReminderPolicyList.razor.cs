using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;

namespace PaymentsApp.Mail.Reminders;

/// <summary>The reminder policies in the settings.</summary>
public sealed partial class ReminderPolicyList : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private List<ReminderPolicyDraft> _policies = [];
    private IReadOnlyList<string> _problems = [];
    private bool _isBusy;

    [Inject] private ReminderPolicyService Policies { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private void Add() => _policies.Add(ReminderPolicyDraft.Of(new ReminderPolicyForm(null, string.Empty, false, false, Domain.ReminderPolicy.UsualLevels)));

    private async Task SaveAsync(ReminderPolicyDraft policy)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var problem = await Policies.SaveAsync(policy.ToForm(), CancellationToken.None);
            _problems = problem is null ? [] : [problem];
            if (problem is null)
            {
                Toasts.Success($"“{policy.Name.Trim()}” is saved.");
                await LoadAsync();
            }
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task LoadAsync() => _policies = [.. (await Policies.ListAsync(_closing.Token)).Select(ReminderPolicyDraft.Of)];
}
