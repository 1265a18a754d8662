using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>From when clients without a rule of their own are on hold by themselves.</summary>
public sealed partial class CompanyRuleSection : ComponentBase
{
    private Guid _ruleId = Guid.CreateVersion7();
    private CompanyRule? _rule;
    private bool _isOn;
    private Money? _limit;
    private int _days;
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;

    [Inject] private HoldQueries Queries { get; set; } = default!;

    [Inject] private HoldService Holds { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _rule = await Queries.CompanyRuleAsync(CancellationToken.None);
        (_isOn, _limit, _days) = (_rule.Limit is not null, _rule.Limit, _rule.Days);
    }

    private async Task SaveAsync()
    {
        if (_isSaving)
        {
            return;
        }

        _problems = _isOn && _limit is null ? ["Enter the amount."] : [];
        if (_problems.Count > 0)
        {
            return;
        }

        _isSaving = true;
        StateHasChanged();
        try
        {
            // Not cancelled when the person leaves: a save that was asked for must not be lost.
            var result = await Holds.SetRuleAsync(new SetCreditRule(_ruleId, null, _isOn ? _limit : null, _days), CancellationToken.None);
            _problems = result is CorrectionResult.Refused refused
                ? [.. refused.Problems.Select(problem => PaymentProblemText.Of(problem, Clock, CultureInfo.CurrentCulture))]
                : [];
            if (_problems.Count == 0)
            {
                _ruleId = Guid.CreateVersion7();
                Toasts.Success("Rule saved.");
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
