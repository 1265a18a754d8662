using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing;

/// <summary>What is wrong with a new invoice by itself, in sentences.</summary>
public static class NewInvoiceChecks
{
    /// <summary>Rows of one invoice.</summary>
    public const int RowsMax = 200;

    public static IEnumerable<string> Check(NewInvoice invoice)
    {
        foreach (var problem in CheckText("Number", invoice.Number, InvoiceTexts.NumberLength))
        {
            yield return problem;
        }

        if (string.IsNullOrWhiteSpace(invoice.Number))
        {
            yield return "Give the invoice a number.";
        }

        if (!Currency.IsKnown(invoice.Currency))
        {
            yield return $"“{invoice.Currency}” is not a currency.";
        }

        if (invoice.DueOn < invoice.IssuedOn)
        {
            yield return "The due date is before the issue date.";
        }

        if (invoice.Rows.Count is 0 or > RowsMax)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"An invoice has 1 to {RowsMax} rows.");
        }

        foreach (var problem in invoice.Rows.SelectMany((row, index) => CheckRow(row, index + 1)))
        {
            yield return problem;
        }

        if (invoice.Rows.All(row => row.AmountMinor is > 0 and <= RegisterPayment.LargestAmountMinor)
            && invoice.Rows.Sum(row => (decimal)row.AmountMinor) > RegisterPayment.LargestAmountMinor)
        {
            yield return "The total is larger than an invoice can be.";
        }
    }

    private static IEnumerable<string> CheckRow(NewInvoiceRow row, int number)
    {
        var name = "Row " + number.ToString(CultureInfo.InvariantCulture);
        if (string.IsNullOrWhiteSpace(row.Description))
        {
            yield return $"{name} needs a description.";
        }

        if (row.AmountMinor <= 0)
        {
            yield return $"{name} needs an amount above zero.";
        }

        if (row.AmountMinor > RegisterPayment.LargestAmountMinor)
        {
            yield return $"The amount of {name.ToLowerInvariant()} is larger than an invoice can be.";
        }

        foreach (var problem in CheckText($"{name}: description", row.Description, InvoiceTexts.DescriptionLength)
            .Concat(CheckText($"{name}: issue", row.Issue, InvoiceTexts.IssueLength))
            .Concat(CheckText($"{name}: product", row.Product, InvoiceTexts.ProductLength)))
        {
            yield return problem;
        }
    }

    internal static IEnumerable<string> CheckText(string what, string? text, int longest)
    {
        if (text?.Trim().Length > longest)
        {
            yield return $"{what} is longer than {longest.ToString(CultureInfo.InvariantCulture)} characters.";
        }

        if (text?.Any(char.IsControl) == true)
        {
            yield return $"{what} contains a control character.";
        }

        if (CardNumbers.Contains(text))
        {
            yield return $"{what} contains what looks like a card number. Card numbers are not stored here.";
        }
    }
}
