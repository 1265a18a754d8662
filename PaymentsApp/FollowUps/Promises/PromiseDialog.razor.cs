using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Details;
using Radzen;

namespace PaymentsApp.FollowUps.Promises;

/// <summary>Asks for a promise to pay. Open it with <see cref="OpenAsync"/>.</summary>
public sealed partial class PromiseDialog : CorrectionDialog
{
    private const int UsualDays = 7;

    private readonly HashSet<int> _ticked = [];
    private PromiseChoice? _choice;
    private string _currency = "";
    private DateOnly? _promisedOn;
    private Money? _amount;
    private bool _isTyped; // then ticking leaves the amount alone
    private string _saidBy = "";
    private string _note = "";
    private MoneyInput? _box;

    [Parameter, EditorRequired] public int OrganizationId { get; set; }

    [Inject] private PromiseService Promises { get; set; } = default!;

    [Inject] private PromiseQueries Queries { get; set; } = default!;

    private IReadOnlyList<PromisableInvoice> Invoices => [.. _choice!.Invoices.Where(invoice => invoice.Outstanding.Currency == _currency)];

    public static Task OpenAsync(DialogService dialogs, int organizationId) => dialogs.OpenAsync<PromiseDialog>(
        "Promise to pay", new Dictionary<string, object?> { [nameof(OrganizationId)] = organizationId }, Options);

    protected override async Task OnInitializedAsync()
    {
        _promisedOn = Clock.Today.AddDays(UsualDays);
        _choice = await Queries.ChoiceAsync(OrganizationId, CancellationToken.None);
        if (_choice is null)
        {
            Dialogs.Close();
            return;
        }

        _saidBy = _choice.Contacts.Count == 1 ? _choice.Contacts[0] : "";
        Use(_choice.Currencies[0]);
    }

    private void Use(string currency)
    {
        _currency = currency;
        _ticked.Clear();
        _isTyped = false;
        Propose();
    }

    private void Type(Money? amount)
    {
        _isTyped = _isTyped || amount != _amount;
        _amount = amount;
    }

    private void Tick(int invoiceId, bool isTicked)
    {
        _ = isTicked ? _ticked.Add(invoiceId) : _ticked.Remove(invoiceId);
        Propose();
    }

    // What is ticked; while nothing is, what is overdue, and else all that is open.
    private void Propose()
    {
        if (_isTyped)
        {
            return;
        }

        var ticked = Invoices.Where(invoice => _ticked.Contains(invoice.Id)).ToList();
        var overdue = Invoices.Where(invoice => invoice.DueOn < Clock.Today).ToList();
        var minor = (ticked.Count > 0 ? ticked : overdue.Count > 0 ? overdue : Invoices).Sum(invoice => invoice.Outstanding.Minor);
        _amount = minor > 0 ? new Money(minor, _currency) : null;
    }

    private async Task PromiseAsync()
    {
        await (_box?.CommitAsync() ?? Task.CompletedTask); // Enter comes before the box is left
        if (_amount is not { } amount || _promisedOn is not { } promisedOn)
        {
            Refuse("Enter the amount and the date.");
            return;
        }

        // Not cancelled when the person leaves: a save that was asked for must not be lost.
        var command = new NotePromise(FactId, OrganizationId, amount, promisedOn, _saidBy, _note, [.. _ticked]);
        await SaveAsync(() => Promises.PromiseAsync(command, CancellationToken.None), "Promise noted.");
    }
}
