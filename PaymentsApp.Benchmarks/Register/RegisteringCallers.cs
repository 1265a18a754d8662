using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Benchmarks.Support;
using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Benchmarks.Register;

/// <summary>People who save payments at the same time, each with services of their own.</summary>
internal sealed class RegisteringCallers : IAsyncDisposable
{
    private readonly List<AsyncServiceScope> _scopes;

    public RegisteringCallers(ProgramServices program, Person person, PaymentCommands commands, int count)
    {
        _scopes = [.. Enumerable.Range(0, count).Select(_ => program.For(person))];
        All = [.. _scopes.Select(scope => scope.ServiceProvider.GetRequiredService<PaymentService>()).Select(
            service => (Func<Task>)(() => RegisterAsync(service, commands.Next())))];
    }

    /// <summary>Each registers one payment at each call.</summary>
    public IReadOnlyList<Func<Task>> All { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes)
        {
            await scope.DisposeAsync();
        }
    }

    private static async Task RegisterAsync(PaymentService service, RegisterPayment command)
    {
        var result = await service.RegisterAsync(command, CancellationToken.None);
        if (result is not RegisterPaymentResult.Registered)
        {
            throw new InvalidOperationException($"Not registered: {result}");
        }
    }
}
