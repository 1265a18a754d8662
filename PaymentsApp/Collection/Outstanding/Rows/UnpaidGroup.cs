using PaymentsApp.Domain;

namespace PaymentsApp.Collection.Outstanding.Rows;

/// <summary>What is unpaid of one issue or product.</summary>
/// <param name="Name">Null: of rows that name none.</param>
/// <param name="RowCount">Rows of which something is open.</param>
/// <param name="InvoiceCount">The invoices that these are on.</param>
public sealed record UnpaidGroup(string? Name, int RowCount, int InvoiceCount, MoneyPerCurrency Outstanding, MoneyPerCurrency Overdue)
{
    /// <summary>What the list calls it.</summary>
    public string Title(UnpaidBy by) => Name ?? (by == UnpaidBy.Issue ? "No issue" : "No product");
}
