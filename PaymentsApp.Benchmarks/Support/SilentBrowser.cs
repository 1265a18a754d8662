using Microsoft.JSInterop;

namespace PaymentsApp.Benchmarks.Support;

/// <summary>A browser that answers every call at once and with nothing.</summary>
internal sealed class SilentBrowser : IJSRuntime
{
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => Answer<TValue>();

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => Answer<TValue>();

    private static ValueTask<TValue> Answer<TValue>() =>
        ValueTask.FromResult(typeof(TValue) == typeof(IJSObjectReference) ? (TValue)(object)new SilentModule() : default!);

    private sealed class SilentModule : IJSObjectReference
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => Answer<TValue>();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => Answer<TValue>();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
