using Bunit;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Administration;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Deposits;
using PaymentsApp.Payments.Details;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Deposits;

/// <summary>Deposits on their screens: made, found from the payment, taken out of; and the accounts they go to.</summary>
public sealed class DepositScreenTests : ScreenTest
{
    [Fact, UseCulture("en-US")]
    public async Task Ticked_checks_become_a_deposit()
    {
        await AccountAsync();
        await CheckAsync(40);
        await CheckAsync(10);
        Show<DepositDesk>(Finance);
        Eventually(() => Assert.Equal(2, Rows("Checks and cash in no deposit").Count));

        Screen.Find("input[aria-label='All']").Change(true);
        Eventually(() => Assert.Contains("2 payments 50.00 USD", Words, StringComparison.Ordinal));
        Button("Make deposit").Click();

        Eventually(() => Assert.Contains("Everything is deposited", Words, StringComparison.Ordinal));
        Assert.Contains("Main account ••6789 2 50.00 USD", Words, StringComparison.Ordinal);
        await LeaveAsync();
    }

    [Fact, UseCulture("en-US")]
    public async Task A_payment_shows_its_deposit_and_is_taken_out_of_it()
    {
        var account = await AccountAsync();
        var check = await CheckAsync(40);
        Assert.Null(await App.Get<DepositService>().MakeAsync(new MakeDeposit(Guid.CreateVersion7(), account.Id, App.Today, [check]), default));
        Show<PaymentDetails>(Finance, (nameof(PaymentDetails.Id), check));
        Eventually(() => Assert.Contains("Main account ••6789 Open", Words, StringComparison.Ordinal));
        Assert.StartsWith("finance/collection/deposits#deposit-", Screen.Find("a[href*='#deposit-']").GetAttribute("href"), StringComparison.Ordinal);

        Button("Take out").Click();

        Eventually(() => Assert.DoesNotContain("Main account", Words, StringComparison.Ordinal));
        Assert.Equal(0, await App.ReadAsync(db => db.DepositItems.CountAsync()));
    }

    [Fact, UseCulture("en-US")]
    public async Task An_administrator_adds_a_bank_account_and_only_the_end_of_its_number_is_kept()
    {
        Show<BankAccountList>(await App.AdminAsync());
        Screen.Find("input[aria-label='Name of a new bank account']").Change("Main account");
        Screen.Find("input[aria-label='End of its number']").Change("1234 5678 9012");
        Screen.Find("select").Change("USD");
        Screen.Find("form").Submit();

        Eventually(() => Assert.Contains("••9012 USD", Words, StringComparison.Ordinal));
        Assert.Equal(("Main account", "9012"), await App.ReadAsync(db => db.BankAccounts.Select(a => ValueTuple.Create(a.Name, a.MaskedNumber)).SingleAsync()));
    }

    [Fact, UseCulture("en-US")]
    public async Task The_history_of_a_payment_takes_back_what_stands()
    {
        var client = await App.OrganizationAsync(Rep, "Harbor Coffee");
        var invoice = await App.InvoiceAsync(client, total: 100, number: "INV-1");
        var payment = await App.PaymentAsync(Finance, client, 60);
        await App.Get<PaymentService>().ApplyAsync(new ApplyCredit(Guid.CreateVersion7(), payment, invoice.Id, Money.Whole(25, "USD")), default);
        Show<PaymentDetails>(Finance, (nameof(PaymentDetails.Id), payment));
        Eventually(() => Assert.True(HasButton("Undo: unapply from INV-1")));

        Button("Undo: unapply from INV-1").Click();
        Eventually(() => Assert.Contains("is open by as much again", Words, StringComparison.Ordinal));
        Box("Reason").Input("Wrong invoice");
        Screen.Find("form").Submit();
        Eventually(() => Assert.False(HasButton("Undo: unapply from INV-1")));

        Screen.FindAll("li button").First(button => button.TextContent.Trim() == "Reverse").Click();
        Eventually(() => Assert.Contains("The whole payment of", Words, StringComparison.Ordinal));
        Box("Reason").Input("Typed twice");
        Screen.Find("form").Submit();
        Eventually(() => Assert.Contains("Reversed on", Words, StringComparison.Ordinal));
    }

    private Task<BankAccount> AccountAsync() => App.WriteAsync(db =>
    {
        var account = new BankAccount("Main account", "6789", "USD");
        db.BankAccounts.Add(account);
        return Task.FromResult(account);
    });

    private async Task<Guid> CheckAsync(int dollars)
    {
        var client = await App.OrganizationAsync(Rep);
        return await App.PaymentAsync(Finance, client, dollars);
    }
}
