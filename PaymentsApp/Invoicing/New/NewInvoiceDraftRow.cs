using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.New;

/// <summary>One row of the form.</summary>
public sealed class NewInvoiceDraftRow
{
    /// <summary>The row's name in the page; rows come and go.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public string Description { get; set; } = "";

    public string? Issue { get; set; }

    public string? Product { get; set; }

    public Money? Amount { get; set; }

    /// <summary>Why what was typed is no amount; null when it is one or nothing was typed.</summary>
    public string? AmountProblem { get; set; }
}
