using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Invoicing.Import;

namespace PaymentsApp.Invoicing.ImportScreen;

/// <summary>Which column fills which field, and how its dates and amounts are written.</summary>
public sealed partial class ImportMapping : ComponentBase
{
    [Parameter, EditorRequired] public ImportPlan Plan { get; set; } = default!;

    [Parameter, EditorRequired] public ImportChoices Choices { get; set; } = default!;

    [Parameter] public EventCallback<ImportChoices> ChoicesChanged { get; set; }

    private string MarkValue => IsAsked(ImportField.Amount, ImportQuestionKind.DecimalMark) ? "" : Plan.DecimalMark.ToString();

    private bool IsAsked(ImportField field) => Plan.Questions.Any(question => question.Field == field);

    private bool IsAsked(ImportField field, ImportQuestionKind kind) =>
        Plan.Questions.Any(question => question.Field == field && question.Kind == kind);

    private static bool IsNeeded(ImportField field) =>
        field is ImportField.InvoiceNumber or ImportField.CustomerNumber or ImportField.Amount;

    private string OrderOf(ImportField field) =>
        IsAsked(field, ImportQuestionKind.DateOrder) ? "" : Plan.DateOrders[field].ToString();

    // The first value of the column, and what else it might be.
    private string Sample(ColumnUse use)
    {
        var sample = Plan.File.Preview
            .Where(line => use.Column < line.Cells.Count).Select(line => line.Cells[use.Column]).FirstOrDefault(cell => cell.Length > 0);
        var others = use.Others.Count == 0 ? "" : $" · also possible: {string.Join(", ", use.Others)}";
        return sample is null ? $"empty in the first lines{others}" : $"such as {(sample.Length > 40 ? sample[..37] + "..." : sample)}{others}";
    }

    private Task ChooseColumnAsync(ImportField field, object? value)
    {
        var columns = new Dictionary<ImportField, int?>(Choices.Columns)
        {
            [field] = int.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : null,
        };

        // A column that is taken by hand is free of what it was taken for by name.
        foreach (var other in columns.Where(pair => pair.Key != field && pair.Value is not null && pair.Value == columns[field]).ToList())
        {
            columns[other.Key] = null;
        }

        return ChoicesChanged.InvokeAsync(Choices with { Columns = columns });
    }

    private Task ConfirmAsync(ColumnUse use) =>
        ChoicesChanged.InvokeAsync(Choices with { Columns = new Dictionary<ImportField, int?>(Choices.Columns) { [use.Field] = use.Column } });

    private Task ChooseOrderAsync(ImportField field, object? value)
    {
        var orders = new Dictionary<ImportField, DateOrder>(Choices.DateOrders);
        if (Enum.TryParse<DateOrder>(value as string, out var order) && Enum.IsDefined(order))
        {
            orders[field] = order;
        }
        else
        {
            orders.Remove(field);
        }

        return ChoicesChanged.InvokeAsync(Choices with { DateOrders = orders });
    }

    private Task ChooseMarkAsync(ChangeEventArgs e) =>
        ChoicesChanged.InvokeAsync(Choices with { DecimalMark = e.Value as string is "." or "," ? ((string)e.Value)[0] : null });

    private Task ChooseCurrencyAsync(ChangeEventArgs e) =>
        ChoicesChanged.InvokeAsync(Choices with { Currency = e.Value as string ?? Choices.Currency });

    private static string Id(ImportField field) => "column-" + ImportFields.Key(field);
}
