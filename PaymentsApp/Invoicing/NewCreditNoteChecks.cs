using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing;

/// <summary>What is wrong with a new credit note by itself, in sentences.</summary>
public static class NewCreditNoteChecks
{
    public static IEnumerable<string> Check(NewCreditNote note, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(note.Number))
        {
            yield return "Give the credit note a number.";
        }

        if (!Currency.IsKnown(note.Total.Currency))
        {
            yield return $"“{note.Total.Currency}” is not a currency.";
        }

        if (note.Total.Minor <= 0)
        {
            yield return "Enter an amount above zero.";
        }
        else if (note.Total.Minor > RegisterPayment.LargestAmountMinor)
        {
            yield return "The amount is larger than a credit note can be.";
        }

        if (note.IssuedOn > today)
        {
            yield return "The issue date is in the future.";
        }

        if (!ReasonCodes.Explains(note.ReasonCode, AdjustmentKind.CreditNote))
        {
            yield return "Choose why it is credited.";
        }

        foreach (var problem in NewInvoiceChecks.CheckText("Number", note.Number, InvoiceTexts.NumberLength)
            .Concat(NewInvoiceChecks.CheckText("Reason", note.Reason, InvoiceTexts.ReasonLength)))
        {
            yield return problem;
        }
    }
}
