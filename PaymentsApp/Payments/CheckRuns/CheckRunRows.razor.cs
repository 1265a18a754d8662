using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.CheckRuns;

/// <summary>The checks that were typed, with what is to be said about each.</summary>
public sealed partial class CheckRunRows : ComponentBase
{
    [Parameter, EditorRequired] public IReadOnlyList<CheckRunRow> Rows { get; set; } = [];

    /// <summary>The names of the payers.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<int, string> Payers { get; set; } = default!;

    /// <summary>The numbers of those that are payments, by payment id.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<Guid, long> Registered { get; set; } = default!;

    /// <summary>The payments that each may be, by payment id.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<Guid, IReadOnlyList<PossibleDuplicate>> Duplicates { get; set; } = default!;

    /// <summary>Why a check was not registered, by payment id.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<Guid, string> RowProblems { get; set; } = default!;

    [Parameter] public EventCallback<CheckRunRow> Edited { get; set; }

    [Parameter] public EventCallback<CheckRunRow> Removed { get; set; }

    /// <summary>The person says that it is none of the payments that are shown.</summary>
    [Parameter] public EventCallback<CheckRunRow> Confirmed { get; set; }

    private static Money AmountOf(CheckRunRow row) => new(row.Check.AmountMinor ?? 0, row.Check.Currency);

    private static string AppliedText(CheckRunRow row)
    {
        var shares = row.Check.Shares.Where(share => share.Minor > 0).ToList();
        var rest = AmountOf(row) + new Money(row.Check.BankFeeMinor ?? 0, row.Check.Currency) - new Money(shares.Sum(share => share.Minor), row.Check.Currency);
        var invoices = shares.Count switch { 0 => "No invoice", 1 => "1 invoice", var count => $"{count.ToString("N0", CultureInfo.CurrentCulture)} invoices" };
        return rest.IsZero ? invoices : $"{invoices}, {MoneyText.WithCode(rest, CultureInfo.CurrentCulture)} unapplied";
    }

    private string NameOf(CheckRunRow row) => row.Check.PayerId is { } id ? Payers.GetValueOrDefault(id) ?? "" : "";

    // Payments that are there, and another line of this run with the same number of the same payer.
    private string Twins(CheckRunRow row)
    {
        var there = (Duplicates.GetValueOrDefault(row.PaymentId) ?? []).Where(duplicate => !row.Confirmed.Contains(duplicate.PaymentId))
            .Select(duplicate => $"{PaymentNumber.Format(duplicate.Number)} of {duplicate.ReceivedOn.ToString("d", CultureInfo.CurrentCulture)}");
        var here = Rows.Index().Where(other => other.Item.PaymentId != row.PaymentId && other.Item.Check.PayerId == row.Check.PayerId
                && SearchText.Key(other.Item.Check.Reference) == SearchText.Key(row.Check.Reference) && !row.Confirmed.Contains(other.Item.PaymentId)
                && !Registered.ContainsKey(other.Item.PaymentId))
            .Select(other => $"line {(other.Index + 1).ToString(CultureInfo.CurrentCulture)}");
        return string.Join(", ", there.Concat(here));
    }
}
