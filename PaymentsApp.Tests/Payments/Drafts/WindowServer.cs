using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Drafts;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Drafts;

/// <summary>
/// The server's process as the windows of a few people see it, without a browser: what is typed is kept, the payment is registered, the window is
/// closed, over and over until somebody kills it. After a start it first goes on with what was left, as these people would.
/// Each line that it prints says what is on disk.
/// </summary>
internal static class WindowServer
{
    /// <summary>The environment variable with the people who type: "user id,session id;user id,session id".</summary>
    public const string PeopleVariable = "PAYMENTSAPP_TEST_WINDOWS";

    /// <summary>The environment variable that says to stop after going on with what was left.</summary>
    public const string OnlyLeftVariable = "PAYMENTSAPP_TEST_ONLY_LEFT";

    /// <summary>So often the content of a window is kept before it is saved.</summary>
    private const int KeptPerWindow = 3;

    public static async Task RunAsync(string people)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = Environment.GetCommandLineArgs()[1..],
            ApplicationName = typeof(AppServices).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.AddPaymentsApp();
        builder.Logging.ClearProviders();
        builder.Services.AddScoped<TestAuthentication>();
        builder.Services.AddScoped<AuthenticationStateProvider>(services => services.GetRequiredService<TestAuthentication>());
        await using var app = builder.Build();
        await Task.WhenAll(people.Split(';').Select(person => Task.Run(() => WorkAsync(app.Services, person.Split(',')))));
    }

    private static async Task WorkAsync(IServiceProvider services, string[] ids)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TestAuthentication>().Person = new TestUser(ids[0], "Fiona Finance", ids[1]).Principal;
        var windows = new Windows(scope.ServiceProvider);
        await windows.GoOnAsync();
        while (Environment.GetEnvironmentVariable(OnlyLeftVariable) is not { Length: > 0 })
        {
            await windows.TypeAndSaveAsync();
        }
    }

    private sealed class Windows(IServiceProvider services)
    {
        private readonly DraftService _drafts = services.GetRequiredService<DraftService>();
        private readonly PaymentService _payments = services.GetRequiredService<PaymentService>();
        private readonly DateOnly _today = services.GetRequiredService<CompanyClock>().Today;

        public async Task GoOnAsync()
        {
            foreach (var left in await _drafts.MineAsync(CancellationToken.None))
            {
                if (left.RegisteredNumber is null)
                {
                    var content = await _drafts.FindAsync(left.PaymentId, CancellationToken.None) ?? throw new InvalidOperationException("A draft that was listed is not there.");
                    await SaveAsync(left.PaymentId, content);
                }

                Say("left", left.PaymentId);
                await _drafts.DiscardAsync(left.PaymentId, CancellationToken.None);
            }
        }

        public async Task TypeAndSaveAsync()
        {
            var id = Guid.CreateVersion7();
            DraftContent? content = null;
            for (var kept = 1; kept <= KeptPerWindow; kept++)
            {
                content = new DraftContent(1, "USD", 100, true, null, false, _today, 3, $"REF {kept}", null, "", ProposalState.None)
                {
                    Shares = [new DraftShare(1, 100, true)],
                };
                await _drafts.KeepAsync(id, content, CancellationToken.None);
                Say("kept", id);
            }

            await SaveAsync(id, content!);
            await _drafts.DiscardAsync(id, CancellationToken.None);
            Say("closed", id);
        }

        private async Task SaveAsync(Guid id, DraftContent content)
        {
            var money = new Money(content.AmountMinor!.Value, content.Currency);
            var command = new RegisterPayment(
                id, content.PayerId!.Value, money, Money.Zero(content.Currency), content.ReceivedOn!.Value, content.PaymentTypeId!.Value, content.Reference,
                content.CheckDatedOn, content.Memo, [new InvoiceShare(content.Shares[0].InvoiceId, money)]);
            var result = await _payments.RegisterAsync(command, CancellationToken.None);
            if (result is RegisterPaymentResult.NeedsConfirmation question)
            {
                result = await _payments.RegisterAsync(command with { Confirmed = [.. question.Duplicates.Select(other => other.PaymentId)] }, CancellationToken.None);
            }

            Say(result is RegisterPaymentResult.Registered ? "registered" : $"answered with {result}", id);
        }

        private static void Say(string what, Guid id)
        {
            Console.WriteLine($"{what} {id}"); // flushed with each line
        }
    }
}
