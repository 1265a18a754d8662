using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>Reads one line by the plan. A line is taken whole or not at all; every fault is named.</summary>
public sealed class LineParser(ImportPlan plan, DateOnly today)
{
    // Cells that spreadsheets and exports write for "nothing".
    private static readonly string[] Nothing = ["null", "n/a", "-", "#n/a"];

    private readonly List<ImportProblem> _problems = [];
    private CsvLine _line = new(0, [], null);

    /// <summary>The invoice, or null with at least one entry in <paramref name="problems"/>.</summary>
    public ImportedInvoice? Parse(CsvLine line, out IReadOnlyList<ImportProblem> problems)
    {
        _line = line;
        _problems.Clear();
        var invoice = IsWhole() ? Read() : null;
        problems = [.. _problems];
        return problems.Count == 0 ? invoice : null;
    }

    private bool IsWhole()
    {
        var columns = plan.File.Columns.Count;
        if (_line.Fault is { } fault)
        {
            return Refuse(ImportProblemKind.BrokenLine, fault);
        }

        // An extra value is never ignored, not even an empty one: 1,234.00 without quotes would become 1.
        if (_line.Cells.Count > plan.File.Width || _line.Cells.Skip(columns).Any(cell => cell.Length > 0))
        {
            return Refuse(
                ImportProblemKind.BrokenLine,
                $"The line has {Count(_line.Cells.Count, "value")} for {Count(columns, "column")}: a value that contains the separator needs quotation marks around it.");
        }

        return _line.Cells.Count >= columns || Refuse(
            ImportProblemKind.BrokenLine,
            $"The line has {Count(_line.Cells.Count, "value")} for {Count(columns, "column")}.");
    }

    private ImportedInvoice Read()
    {
        var number = Text(ImportField.InvoiceNumber, InvoiceTexts.NumberLength);
        if (number is null)
        {
            Refuse(ImportProblemKind.MissingValue, "The invoice number is missing.");
        }

        var customerNumber = Text(ImportField.CustomerNumber, InvoiceTexts.CustomerNumberLength);
        var customerName = Text(ImportField.CustomerName, InvoiceTexts.CustomerNameLength);
        if (customerNumber is null && customerName is null)
        {
            Refuse(ImportProblemKind.MissingValue, plan.ColumnOf(ImportField.CustomerNumber) is null
                ? "The customer name is missing."
                : "The customer number is missing.");
        }

        var total = Total(out var isRounded, out var isCreditNote);
        var issuedOn = Date(ImportField.IssuedOn);
        var dueOn = Date(ImportField.DueOn);
        if (dueOn < issuedOn && !isCreditNote)
        {
            Refuse(ImportProblemKind.DueBeforeIssue, $"The due date {Text(dueOn)} is before the issue date {Text(issuedOn)}.");
        }

        var settledOn = Date(ImportField.SettledOn);
        if (settledOn > today && !isCreditNote)
        {
            Refuse(ImportProblemKind.FutureSettlement, $"The settlement date {Text(settledOn)} is in the future.");
        }

        return new ImportedInvoice
        {
            Line = _line,
            Number = number ?? "",
            CustomerNumber = customerNumber,
            CustomerName = customerName,
            IsCreditNote = isCreditNote,
            Total = total,
            IsRounded = isRounded,
            IssuedOn = issuedOn,
            DueOn = dueOn,
            SettledOn = settledOn,
            Description = Text(ImportField.Description, InvoiceTexts.DescriptionLength),
            MagazineIssue = Text(ImportField.MagazineIssue, InvoiceTexts.IssueLength),
            Product = Text(ImportField.Product, InvoiceTexts.ProductLength),
            OwnerEmail = Cell(ImportField.Owner),
            PaymentTermsDays = Terms(),
            PayerNumber = Text(ImportField.PayerNumber, InvoiceTexts.CustomerNumberLength),
            PayerName = Text(ImportField.PayerName, InvoiceTexts.CustomerNameLength),
        };
    }

    private Money Total(out bool isRounded, out bool isCreditNote)
    {
        isRounded = isCreditNote = false;
        var nothing = Money.Zero(plan.Currency);
        if (Cell(ImportField.Amount) is not { } text)
        {
            Refuse(ImportProblemKind.MissingValue, "The amount is missing.");
            return nothing;
        }

        if (!ImportAmounts.TryParse(text, plan.DecimalMark, out var amount, out var besideAmount))
        {
            var mark = plan.DecimalMark == '.' ? "point" : "comma";
            Refuse(ImportProblemKind.UnreadableAmount, $"“{Short(text)}” is not an amount with a decimal {mark}.");
            return nothing;
        }

        if (FindCurrency(besideAmount) is not { } currency)
        {
            return nothing;
        }

        if (amount == 0)
        {
            Refuse(ImportProblemKind.NotPositive, "The total is zero.");
            return nothing;
        }

        // A payment in a list of everything is negative, too: only what is known to be an invoice or a credit note is taken for one.
        var type = Cell(ImportField.DocumentType);
        var known = type is null ? null : DocumentTypes.IsCreditNote(type);
        if (amount < 0 && type is not null && known is null)
        {
            Refuse(ImportProblemKind.NotPositive, $"The total {Short(text)} is negative, and “{Short(type)}” is neither an invoice nor a credit note.");
            return nothing;
        }

        isCreditNote = amount < 0 || known == true;
        amount = Math.Abs(amount);

        var exponent = Currency.ExponentOf(currency);
        var rounded = decimal.Round(amount, exponent, MidpointRounding.AwayFromZero);
        if (rounded != amount && !plan.RoundExtraDecimals)
        {
            Refuse(ImportProblemKind.ExtraDecimals, exponent == 0
                ? $"{Short(text)} {currency} has decimals, but {currency} has none."
                : $"{Short(text)} {currency} has more than {exponent.ToString(CultureInfo.InvariantCulture)} decimals.");
            return nothing;
        }

        if (rounded == 0)
        {
            Refuse(ImportProblemKind.NotPositive, $"The total {Short(text)} {currency} rounds to zero.");
            return nothing;
        }

        var minor = rounded * Currency.MinorPerUnit(currency);
        if (minor > RegisterPayment.LargestAmountMinor)
        {
            Refuse(ImportProblemKind.TooLarge, $"The amount {Short(text)} {currency} is larger than an invoice can be.");
            return nothing;
        }

        isRounded = rounded != amount;
        return new Money((long)minor, currency);
    }

    private string? FindCurrency(string? besideAmount)
    {
        var text = Cell(ImportField.Currency);
        var currency = Currency.Find(text ?? besideAmount ?? plan.Currency);
        if (currency is null)
        {
            Refuse(ImportProblemKind.UnknownCurrency, $"“{Short(text ?? besideAmount ?? plan.Currency)}” is not a currency code such as USD or EUR.");
        }
        else if (besideAmount is not null && besideAmount != currency)
        {
            Refuse(ImportProblemKind.UnknownCurrency, $"The amount is in {besideAmount}, but the currency is {currency}.");
            return null;
        }

        return currency;
    }

    private DateOnly? Date(ImportField field)
    {
        if (Cell(field) is not { } text)
        {
            return null;
        }

        if (ImportDates.TryParse(text, plan.DateOrders[field], out var date))
        {
            return date;
        }

        var order = plan.DateOrders[field] switch
        {
            DateOrder.DayMonthYear => " in the order day, month, year",
            DateOrder.MonthDayYear => " in the order month, day, year",
            _ => "",
        };
        Refuse(
            ImportProblemKind.ImpossibleDate,
            $"{ImportFields.Label(field)} “{Short(text)}” is not a date{order}.");
        return null;
    }

    private int? Terms()
    {
        if (Cell(ImportField.PaymentTerms) is not { } text)
        {
            return null;
        }

        if (PaymentTermsText.TryParse(text, out var days))
        {
            return days;
        }

        Refuse(ImportProblemKind.UnreadableTerms, $"“{Short(text)}” is not a number of days from 0 to 365.");
        return null;
    }

    private string? Text(ImportField field, int longest)
    {
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        var text = string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > longest)
        {
            Refuse(
                ImportProblemKind.TooLong,
                $"{ImportFields.Label(field)} is longer than {longest.ToString(CultureInfo.InvariantCulture)} characters.");
        }
        else if (text.Any(char.IsControl))
        {
            Refuse(ImportProblemKind.ForbiddenText, $"{ImportFields.Label(field)} contains a control character.");
        }
        else if (CardNumbers.Contains(text))
        {
            Refuse(
                ImportProblemKind.ForbiddenText,
                $"{ImportFields.Label(field)} contains what looks like a card number. Card numbers are not stored here.");
        }

        return text;
    }

    private string? Cell(ImportField field)
    {
        if (plan.ColumnOf(field) is not { } column || column >= _line.Cells.Count)
        {
            return null;
        }

        var text = SpreadsheetText.Unescaped(_line.Cells[column]);
        return text.Length == 0 || Nothing.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : text;
    }

    private bool Refuse(ImportProblemKind kind, string reason)
    {
        _problems.Add(new ImportProblem(_line.Number, kind, reason));
        return false;
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Short(string text) => text.Length <= 40 ? text : text[..37] + "...";

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
