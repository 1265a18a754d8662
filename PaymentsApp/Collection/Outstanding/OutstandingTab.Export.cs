using PaymentsApp.Components.Lists;
using PaymentsApp.Components.Lists.Export;
using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding;

// The list as a file: a line for each organization and currency.
public sealed partial class OutstandingTab
{
    private ListFile<OutstandingRow, (OutstandingRow Row, string Currency)> Export()
    {
        var (list, past) = (List with { Size = Paging.ExportSize }, _past);
        return new(
            list.At is { } at ? FormattableString.Invariant($"outstanding as of {at.On:yyyy-MM-dd}") : "outstanding",
            [
                ("Organization", line => ExportCell.Of(line.Row.Name)), ("Customer no.", line => ExportCell.Of(line.Row.CustomerNumber)), ("Owner", line => ExportCell.Of(line.Row.Owner)),
                Amount("Outstanding", row => row.Outstanding), Amount("Overdue", row => row.Overdue),
                .. _titles.Titles.Select((title, part) => Amount(title, row => row.Parts[part])),
                ("Currency", line => ExportCell.Of(line.Currency)), ("Oldest due", line => ExportCell.Of(line.Row.OldestDueOn)),
                ("Days overdue", line => ExportCell.Of(line.Row.DaysOverdue)), ("Last payment", line => ExportCell.Of(line.Row.LastPaymentOn)),
                Amount("Unapplied credit", row => row.Unapplied),
            ],
            row => row.Outstanding.Concat(row.Unapplied).Select(amount => amount.Currency).Distinct().Select(currency => (row, currency)),
            async (key, cancel) => past is null ? await Queries.PageAsync(list with { Key = key }, cancel) : (await Queries.PastPageAsync(past, list with { Key = key }, cancel)).Page);

        static (string, Func<(OutstandingRow Row, string Currency), ExportCell>) Amount(string title, Func<OutstandingRow, MoneyPerCurrency> of) =>
            (title, line => ExportCell.Of(of(line.Row), line.Currency));
    }
}
