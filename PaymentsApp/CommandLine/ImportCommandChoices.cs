using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Import;

namespace PaymentsApp.CommandLine;

/// <summary>The options of <c>import invoices</c> as choices about a file.</summary>
internal static class ImportCommandChoices
{
    /// <returns>A sentence about the first wrong option, or null.</returns>
    public static string? TryRead(CommandArguments arguments, FileAnalysis file, string currency, out ImportChoices choices)
    {
        var columns = new Dictionary<ImportField, int?>();
        var orders = new Dictionary<ImportField, DateOrder>();
        DateOrder? open = null;
        var wrong = arguments.All("--column").Select(word => ReadColumn(word, file, columns))
            .Concat(arguments.All("--date-order").Select(word => ReadOrder(word, orders, ref open)))
            .FirstOrDefault(wrong => wrong is not null);
        choices = new ImportChoices
        {
            Currency = currency,
            Columns = columns,
            DateOrders = orders,
            OpenDateOrder = open,
            DecimalMark = arguments.Value("--decimal-mark") is [var mark] ? mark : null,
            RoundExtraDecimals = arguments.Has("--round-extra-decimals"),
        };

        if (!Currency.IsKnown(currency))
        {
            return $"“{currency}” is not a currency code such as USD or EUR.";
        }

        if (arguments.Value("--decimal-mark") is { } given && given is not ("." or ","))
        {
            return $"The decimal mark is . or , and not “{given}”.";
        }

        return wrong;
    }

    public static string Key(DateOrder order) => order switch
    {
        DateOrder.YearMonthDay => "ymd",
        DateOrder.DayMonthYear => "dmy",
        _ => "mdy",
    };

    // invoice-number=Billing Number
    private static string? ReadColumn(string word, FileAnalysis file, Dictionary<ImportField, int?> columns)
    {
        var (key, name) = Split(word);
        if (ImportFields.FromKey(key) is not { } field)
        {
            return $"“{key}” is not a field. Fields are {string.Join(", ", ImportFields.All.Select(ImportFields.Key))}.";
        }

        if (name.Length == 0)
        {
            columns[field] = null;
            return null;
        }

        if (file.Columns.FirstOrDefault(column => string.Equals(column.Header, name, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return $"The file has no column “{name}”. It has {string.Join(", ", file.Columns.Select(column => column.Header))}.";
        }

        columns[field] = found.Index;
        return null;
    }

    // dmy, or due-date=dmy
    private static string? ReadOrder(string word, Dictionary<ImportField, DateOrder> orders, ref DateOrder? open)
    {
        var (key, value) = word.Contains('=', StringComparison.Ordinal) ? Split(word) : ("", word);
        DateOrder? order = value switch
        {
            "ymd" => DateOrder.YearMonthDay,
            "dmy" => DateOrder.DayMonthYear,
            "mdy" => DateOrder.MonthDayYear,
            _ => null,
        };
        if (order is not { } chosen)
        {
            return $"The order of dates is mdy, dmy or ymd and not “{value}”.";
        }

        if (key.Length == 0)
        {
            open = chosen;
            return null;
        }

        if (ImportFields.FromKey(key) is not { } one || !ImportFields.IsDate(one))
        {
            return $"“{key}” is not a field with dates.";
        }

        orders[one] = chosen;
        return null;
    }

    private static (string Key, string Value) Split(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (word, "") : (word[..equals].Trim(), word[(equals + 1)..].Trim());
    }
}
