using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>An invoice that is there already, to hold a line of the same number against.</summary>
public sealed record KnownInvoice(
    int Id, int OrganizationId, string Number, string CustomerNumber, string CustomerSearchName, Money Total, Money Outstanding, DateOnly IssuedOn, DateOnly DueOn)
{
    public static KnownInvoice Of(Invoice invoice, string customerNumber, string customerSearchName) => new(
        invoice.Id,
        invoice.OrganizationId,
        invoice.Number,
        customerNumber,
        customerSearchName,
        invoice.Total,
        invoice.Outstanding,
        invoice.IssuedOn,
        invoice.DueOn);

    /// <summary>The figures in which the line differs, in words; null when it says the same. What the file leaves out is not compared.</summary>
    public string? DifferenceFrom(ImportedInvoice line)
    {
        var differences = new List<string>();
        void Compare(string what, string there, string? file)
        {
            if (file is not null && there != file)
            {
                differences.Add($"{what} {there} there, {file} in the file");
            }
        }

        if (line.CustomerNumber is not null)
        {
            Compare("customer", CustomerNumber, line.CustomerNumber);
        }
        else if (line.CustomerName is { } name && CustomerSearchName != SearchText.Normalize(name))
        {
            differences.Add($"another customer than {name}");
        }

        Compare("total", Total.ToString(), line.Total.ToString());
        Compare("issue date", Text(IssuedOn), line.IssuedOn is { } issuedOn ? Text(issuedOn) : null);
        Compare("due date", Text(DueOn), line.DueOn is { } dueOn ? Text(dueOn) : null);
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
