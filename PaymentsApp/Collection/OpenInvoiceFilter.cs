namespace PaymentsApp.Collection;

/// <summary>Which of the open invoices are shown.</summary>
public enum OpenInvoiceFilter
{
    All,

    /// <summary>Due before today.</summary>
    Overdue,

    /// <summary>Due today or in the next <see cref="OpenInvoiceList.SoonDays"/> days.</summary>
    DueSoon,

    /// <summary>A part is applied or adjusted, the rest is open.</summary>
    PartPaid,
}
