using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Payers;

namespace PaymentsApp.Payments;

// Who paid, and what is known once that is.
public sealed partial class NewPaymentDialog
{
    private IReadOnlyList<int> _accountIds = []; // whose invoices are shown: the payer's, and those of its clients
    private PayerChoice? _otherPayer;
    private bool _isOtherUsual; // the other one pays for this one, not this one for the other

    // From an invoice the window opens for whoever usually pays it.
    private async Task LoadPayerAsync(int organizationId, int? invoiceId, string? preferredCurrency, bool isStart = false)
    {
        var found = await Queries.AccountAsync(organizationId, invoiceId, preferredCurrency, Closing);
        if (isStart && invoiceId is not null && found?.PaidBy is { } usual)
        {
            found = await Queries.AccountAsync(usual.OrganizationId, invoiceId, preferredCurrency, Closing);
        }

        if (found is not { } account)
        {
            _notices = ["This client account was not found."];
            return;
        }

        _draft.ChoosePayer(account.Payer, account.Currency, account.OpenInvoices, account.Terms);
        _draft.OfferCredit(await Credits.OfferedAsync(account.Payer.OrganizationId, account.Currency, Closing));
        _notices = [.. NoticesOf(account, _draft.Credits.Count == 0)];
        _accountIds = account.AccountIds;
        _isOtherUsual = account.PaidBy is not null;
        _otherPayer = account.PaidBy is { } paidBy ? paidBy with { Currency = account.Currency, InvoiceId = invoiceId }
            : account.OpenInvoices.FirstOrDefault(invoice => invoice.Id == invoiceId)?.Client is { } client
                ? new PayerChoice(client.OrganizationId, client.Name, client.CustomerNumber, account.Currency) { InvoiceId = invoiceId }
            : null;
        if (invoiceId is { } id)
        {
            _draft.StartFrom(id);
        }

        _draft.Propose();
    }

    private static IEnumerable<string> NoticesOf(PayerAccount account, bool namesCredit)
    {
        var culture = CultureInfo.CurrentCulture;
        if (namesCredit && account.Unapplied.IsPositive)
        {
            yield return $"{account.Payer.Name} has unapplied credit of {MoneyText.WithCode(account.Unapplied, culture)} from earlier payments.";
        }

        if (account.OtherCurrencies.Count > 0)
        {
            yield return $"Open invoices in {string.Join(", ", account.OtherCurrencies)} are not offered: this payment is in {account.Currency}.";
        }

        if (account.OpenInvoiceCount > account.OpenInvoices.Count)
        {
            yield return $"The oldest {account.OpenInvoices.Count.ToString("N0", culture)} of {account.OpenInvoiceCount.ToString("N0", culture)} open invoices are shown.";
        }
    }

    private async Task ChoosePayerAsync(PayerChoice? payer)
    {
        if (payer is null)
        {
            return; // the box is not optional here
        }

        _draft.Touch();
        _fieldProblems.Remove("payer");
        await LoadPayerAsync(payer.OrganizationId, payer.InvoiceId, payer.Currency);
        TakeClue(payer.Reason);
    }

    // What was typed to find the payer is typed: the amount, or the number of the check.
    private void TakeClue(PayerReason? reason)
    {
        switch (reason)
        {
            case PayerReason.OneInvoice one:
                TypeFoundAmount(one.Amount);
                break;
            case PayerReason.AddUp sum:
                TypeFoundAmount(sum.Amount);
                break;
            case PayerReason.NextCheck next:
                _draft.Reference = next.Typed;
                break;
            case PayerReason.Reference seen:
                _draft.Reference = seen.Typed;
                break;
        }
    }

    private Task GoOnAsync(bool isAmountKnown) => isAmountKnown ? _reference.FocusAsync().AsTask() : _amount!.FocusAsync().AsTask();

    private void TypeFoundAmount(Money amount)
    {
        if (amount.Currency == _draft.Currency)
        {
            TypeAmount(amount);
        }
    }
}
