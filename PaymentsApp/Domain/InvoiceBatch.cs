namespace PaymentsApp.Domain;

/// <summary>Invoices that arrived together: one import.</summary>
public sealed class InvoiceBatch(string name, DateTime createdAt, string createdById)
{
    public int Id { get; private set; }

    /// <summary>What people know it by: the file's name.</summary>
    public string Name { get; private set; } = Invariant.NotBlank(name);

    public DateTime CreatedAt { get; private set; } = createdAt;

    public string CreatedById { get; private set; } = createdById;
}
