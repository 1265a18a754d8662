namespace PaymentsApp.Payments;

/// <summary>Lets the window be asked before Esc or the cross closes it, which happens outside of its component.</summary>
public sealed class NewPaymentGuard
{
    internal Func<Task<bool>>? Ask { get; set; }

    internal Task<bool> MayCloseAsync() => Ask?.Invoke() ?? Task.FromResult(true);
}
