using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PaymentsApp.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Components;

/// <summary>A form around one <see cref="MoneyInput"/> that keeps what it is told.</summary>
internal sealed class MoneyForm : ComponentBase
{
    private string _currency = "USD";

    [Parameter] public Money? Start { get; set; }

    [Parameter] public bool AllowZero { get; set; }

    [Parameter] public string? RuleProblem { get; set; }

    public Money? Value { get; private set; }

    public string? Problem { get; private set; }

    public int Changes { get; private set; }

    public List<Money?> AtEnter { get; } = [];

    public void Set(Money value) => InvokeAsync(() =>
    {
        Value = value;
        StateHasChanged();
    });

    public void SetCurrency(string currency) => InvokeAsync(() =>
    {
        _currency = currency;
        StateHasChanged();
    });

    protected override void OnInitialized() => Value = Start;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<MoneyInput>(0);
        builder.AddComponentParameter(1, nameof(MoneyInput.Label), "Amount");
        builder.AddComponentParameter(2, nameof(MoneyInput.Id), "amount");
        builder.AddComponentParameter(3, nameof(MoneyInput.Currency), _currency);
        builder.AddComponentParameter(4, nameof(MoneyInput.Value), Value);
        builder.AddComponentParameter(5, nameof(MoneyInput.ValueChanged), EventCallback.Factory.Create<Money?>(this, value =>
        {
            Value = value;
            Changes++;
        }));
        builder.AddComponentParameter(6, nameof(MoneyInput.ProblemChanged), EventCallback.Factory.Create<string?>(this, problem => Problem = problem));
        builder.AddComponentParameter(7, nameof(MoneyInput.OnEnter), EventCallback.Factory.Create(this, () => AtEnter.Add(Value)));
        builder.AddComponentParameter(8, nameof(MoneyInput.AllowZero), AllowZero);
        builder.AddComponentParameter(9, nameof(MoneyInput.RuleProblem), RuleProblem);
        builder.CloseComponent();
    }
}
