using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using Radzen;

namespace PaymentsApp.Payments.Deposits;

/// <summary>What is to be brought to the bank, and what was.</summary>
public sealed partial class DepositDesk : LiveComponent
{
    private readonly HashSet<Guid> _ticked = [];
    private IReadOnlyList<BankAccountChoice>? _accounts;
    private IReadOnlyList<DepositPayment> _open = [];
    private IReadOnlyList<DepositView> _deposits = [];
    private IReadOnlyList<string> _problems = [];
    private Guid _depositId = Guid.CreateVersion7(); // of the next one; kept while its save is not answered
    private int _accountId;
    private DateOnly? _depositedOn;
    private bool _isSaving;

    [Inject] private DepositService Deposits { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Downloads Downloads { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private string Currency => _accounts?.FirstOrDefault(account => account.Id == _accountId)?.Currency ?? "USD";

    private Money Total => _open.Where(payment => _ticked.Contains(payment.Id)).Aggregate(Money.Zero(Currency), (sum, payment) => sum + payment.Amount);

    private string Ticked => _ticked.Count == 1 ? "1 payment" : $"{_ticked.Count.ToString("N0", CultureInfo.CurrentCulture)} payments";

    protected override async Task OnInitializedAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        _depositedOn = Clock.Today;
        var accounts = await Deposits.AccountsAsync(Closing);
        _accountId = accounts.Count > 0 ? accounts[0].Id : 0;
        _accounts = accounts;
        await LoadAsync();
    }

    protected override bool Concerns(PaymentChange change) =>
        change.Kind is PaymentChangeKind.DepositsChanged or PaymentChangeKind.Registered or PaymentChangeKind.Reversed or PaymentChangeKind.Everything;

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    // What is ticked stays ticked, as far as it is still there.
    private async Task LoadAsync()
    {
        _open = await Deposits.ToDepositAsync(Currency, Closing);
        _deposits = await Deposits.ListAsync(Closing);
        _ticked.IntersectWith(_open.Select(payment => payment.Id));
    }

    private Task ChooseAccountAsync(int id)
    {
        _accountId = id;
        return LoadAsync();
    }

    private void Tick(Guid id, bool isTicked)
    {
        _ = isTicked ? _ticked.Add(id) : _ticked.Remove(id);
    }

    private void TickAll(bool isTicked)
    {
        _ticked.Clear();
        if (isTicked)
        {
            _ticked.UnionWith(_open.Select(payment => payment.Id));
        }
    }

    private async Task MakeAsync()
    {
        if (_depositedOn is not { } on)
        {
            _problems = ["Enter the deposit date."];
            return;
        }

        var command = new MakeDeposit(_depositId, _accountId, on, [.. _ticked]);
        if (await DoAsync(() => Deposits.MakeAsync(command, CancellationToken.None)))
        {
            _depositId = Guid.CreateVersion7();
            Toasts.Success("Deposit made. Print its slip, and close it when the bank has it.");
        }
    }

    private async Task CloseAsync(DepositView deposit)
    {
        if (await ConfirmDialog.AskAsync(
            Dialogs, "Close this deposit?", $"{MoneyText.WithCode(deposit.Total, CultureInfo.CurrentCulture)} are at the bank. Nothing is added any more.", "Close deposit"))
        {
            await DoAsync(() => Deposits.CloseAsync(deposit.Id, CancellationToken.None));
        }
    }

    private async Task PrintAsync(DepositView deposit)
    {
        if (await Deposits.SlipAsync(deposit.Id, CultureInfo.CurrentCulture, Closing) is { } slip)
        {
            await Downloads.SaveAsync(slip.Name, new MemoryStream(slip.Bytes), "application/pdf");
        }
    }

    // Not cancelled when the person leaves.
    private async Task<bool> DoAsync(Func<Task<string?>> change)
    {
        if (_isSaving)
        {
            return false;
        }

        _isSaving = true;
        try
        {
            var problem = await change();
            _problems = problem is null ? [] : [problem];
            await LoadAsync();
            return problem is null;
        }
        finally
        {
            _isSaving = false;
        }
    }
}
