using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PaymentsApp.Components;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Payments.Payers;

namespace PaymentsApp.Payments.CheckRuns;

/// <summary>The grid of one check run: typed by keyboard, kept with every line, posted when it agrees with the tape.</summary>
public sealed partial class CheckRunEntry : LiveComponent
{
    private PaymentDraft? _entry;
    private PayerBox? _payerBox;
    private MoneyInput? _amount;
    private ElementReference _checkNumber;
    private IReadOnlyDictionary<int, string> _payers = new Dictionary<int, string>();
    private IReadOnlyDictionary<Guid, long> _registered = new Dictionary<Guid, long>();
    private List<CheckRunRow> _rows = [];
    private DateOnly? _receivedOn;
    private Money? _controlTotal;
    private string _currency = "USD";
    private string? _dateProblem;
    private string? _payerProblem;
    private string? _amountProblem;
    private string? _numberProblem;
    private int? _checkTypeId;
    private bool _canAdjust;
    private bool _isEditing;
    private bool _isGridOpen;
    private bool _isMissing;
    private bool _isPosted;
    private bool _isFocusDue;
    private CheckRunRow? _unfinished; // what was being typed when the run was kept

    /// <summary>The run; one that is not there yet begins with its first check.</summary>
    [Parameter, EditorRequired] public Guid RunId { get; set; }

    /// <summary>The run was begun by this screen.</summary>
    [Parameter] public bool IsNew { get; set; }

    [Inject] private CheckRunService Runs { get; set; } = default!;

    [Inject] private PaymentService Payments { get; set; } = default!;

    [Inject] private PaymentWindowQueries Queries { get; set; } = default!;

    [Inject] private DifferenceQueries Differences { get; set; } = default!;

    [Inject] private CompanyClock Clock { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private ILogger<CheckRunEntry> Log { get; set; } = default!;

    private Money Total => new(_rows.Sum(row => row.Check.AmountMinor ?? 0), _currency);

    private bool IsBalanced => _controlTotal == Total && _rows.Count > 0;

    private bool IsGridOpen => _isGridOpen || _entry is { Proposed: ProposalState.Rivals };

    private string Counted => _rows.Count == 1 ? "1 check" : $"{_rows.Count.ToString("N0", CultureInfo.CurrentCulture)} checks";

    private string BalanceText => IsBalanced ? "Agrees with the tape" : _controlTotal is null ? "Type what the tape says" : "Out of balance by";

    protected override async Task OnInitializedAsync()
    {
        var types = await Queries.PaymentTypesAsync(Closing);
        _checkTypeId = (types.FirstOrDefault(type => type.Kind == PaymentTypeKind.Check) ?? (types.Count > 0 ? types[0] : null))?.Id;
        _canAdjust = await Differences.CanAdjustAsync(Closing);
        if (IsNew)
        {
            (_currency, _receivedOn) = (await Runs.CurrencyAsync(Closing), Clock.Today);
        }
        else
        {
            await LoadAsync();
        }

        BeginEntry();
        if (_unfinished is { } typing && !_isPosted)
        {
            await RestoreTypingAsync(typing);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isFocusDue && _payerBox is not null)
        {
            _isFocusDue = false;
            await _payerBox.FocusAsync();
        }
    }

    // What a colleague posts shows here; what is typed in the line stays.
    protected override bool Concerns(PaymentChange change) => change.Kind is PaymentChangeKind.CheckRunsChanged or PaymentChangeKind.Everything;

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => _isPosting || _version == 0 || _waiting > 0 ? Task.CompletedTask : LoadAsync();

    private static string PlanText(PaymentDraft entry)
    {
        var count = entry.Lines.Count(line => line.Share is { IsPositive: true });
        var applied = count == 0 ? "Applied to no invoice" : count == 1 ? $"Applied to {entry.Lines.First(line => line.Share is { IsPositive: true }).Invoice.Number}" : $"Applied to {count} invoices";
        var rest = entry.Unapplied.IsZero ? "" : $"; {MoneyText.WithCode(entry.Unapplied, CultureInfo.CurrentCulture)} {(entry.Unapplied.IsPositive ? "stays as unapplied credit" : "too much")}";
        var why = entry.Proposed == ProposalState.Rivals ? $" {entry.Sums.Count} sets of invoices add up: choose." : "";
        return $"{applied}{rest}.{why}";
    }

    private async Task LoadAsync()
    {
        if (await Runs.FindAsync(RunId, Closing) is not { } run)
        {
            _isMissing = true;
            return;
        }

        (_version, _currency, _receivedOn, _controlTotal, _isPosted) = (run.Version, run.Currency, run.ReceivedOn, run.ControlTotal, run.IsPosted);
        _payers = run.Payers;
        _registered = run.Registered;
        _rows = [.. run.Rows];
        (_unfinished, _isBegun) = (run.Typing, true);
    }

    private void BeginEntry()
    {
        _entry = NewEntry(Guid.CreateVersion7());
        (_isEditing, _isGridOpen, _isFocusDue) = (false, false, !_isPosted);
    }

    private PaymentDraft NewEntry(Guid paymentId)
    {
        var entry = new PaymentDraft(paymentId, _receivedOn ?? Clock.Today) { PaymentTypeId = _checkTypeId, CanAdjust = _canAdjust };
        entry.ChoosePayer(null, _currency, []);
        (_payerProblem, _amountProblem, _numberProblem) = (null, null, null);
        return entry;
    }

    private async Task ChoosePayerAsync(PayerChoice? payer)
    {
        if (payer is null || _entry is not { } entry)
        {
            return;
        }

        _payerProblem = null;
        await LoadPayerAsync(entry, payer.OrganizationId, payer.InvoiceId);
        switch (payer.Reason)
        {
            case PayerReason.OneInvoice { Amount: var amount } when amount.Currency == _currency:
                entry.TypeAmount(amount);
                break;
            case PayerReason.AddUp { Amount: var amount } when amount.Currency == _currency:
                entry.TypeAmount(amount);
                break;
            case PayerReason.NextCheck next:
                entry.Reference = next.Typed;
                break;
            default:
                entry.Propose();
                break;
        }

        KeepTypingSoon();
    }

    // What earlier lines of this run pay is not open for this one.
    private async Task LoadPayerAsync(PaymentDraft entry, int payerId, int? invoiceId)
    {
        if (await Queries.AccountAsync(payerId, invoiceId, _currency, Closing) is not { } account)
        {
            _payerProblem = "This client account was not found.";
            return;
        }

        var taken = _rows.Where(row => row.PaymentId != entry.PaymentId && !_registered.ContainsKey(row.PaymentId))
            .SelectMany(row => row.Check.Shares).ToLookup(share => share.InvoiceId, share => share.Minor);
        var open = (account.Currency == _currency ? account.OpenInvoices : [])
            .Select(invoice => invoice with { Outstanding = invoice.Outstanding - new Money(taken[invoice.Id].Sum(), _currency) })
            .Where(invoice => invoice.Outstanding.IsPositive);
        entry.ChoosePayer(account.Payer with { Currency = _currency }, _currency, open, account.Terms);
        _payers = new Dictionary<int, string>(_payers) { [payerId] = account.Payer.Name };
    }

    private Task GoOnAsync(bool isAmountKnown) => isAmountKnown ? _checkNumber.FocusAsync().AsTask() : _amount!.FocusAsync().AsTask();

    private Task OnCheckNumberKeyAsync(KeyboardEventArgs key) =>
        key is { Key: "Enter", CtrlKey: false, MetaKey: false, IsComposing: false } ? AddAsync() : Task.CompletedTask;

    private void ToggleGrid() => _isGridOpen = !IsGridOpen;
}
