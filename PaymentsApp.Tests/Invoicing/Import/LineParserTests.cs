using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

public sealed class LineParserTests : IDisposable
{
    private const string Header = "Invoice number,Customer number,Customer name,Amount,Currency,Invoice date,Due date,Settled date,Description,Payment terms";

    // A line that proves the orders, so that each test speaks of one fault only.
    private const string GoodLine = "1,C1,Acme,10.00,USD,1/26/2026,2/26/2026,2/20/2026,Full page,30";

    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_good_line_is_read_whole()
    {
        var invoice = Assert.IsType<ImportedInvoice>(Parse(GoodLine, out var problems));

        Assert.Empty(problems);
        Assert.Equal("1", invoice.Number);
        Assert.Equal("C1", invoice.CustomerNumber);
        Assert.Equal("Acme", invoice.CustomerName);
        Assert.Equal(new Money(1000, "USD"), invoice.Total);
        Assert.Equal(new DateOnly(2026, 1, 26), invoice.IssuedOn);
        Assert.Equal(new DateOnly(2026, 2, 26), invoice.DueOn);
        Assert.Equal(new DateOnly(2026, 2, 20), invoice.SettledOn);
        Assert.Equal("Full page", invoice.Description);
        Assert.Equal(30, invoice.PaymentTermsDays);
    }

    [Theory]
    [InlineData(",C1,Acme,10.00,USD,,,,,", ImportProblemKind.MissingValue, "The invoice number is missing.")]
    [InlineData("2,,,10.00,USD,,,,,", ImportProblemKind.MissingValue, "The customer number is missing.")]
    [InlineData("2,C1,,,USD,,,,,", ImportProblemKind.MissingValue, "The amount is missing.")]
    [InlineData("2,C1,,\"12,50\",USD,,,,,", ImportProblemKind.UnreadableAmount, "“12,50” is not an amount with a decimal point.")]
    [InlineData("2,C1,,ten,USD,,,,,", ImportProblemKind.UnreadableAmount, "“ten” is not an amount with a decimal point.")]
    [InlineData("2,C1,,10.00,XYZ,,,,,", ImportProblemKind.UnknownCurrency, "“XYZ” is not a currency code such as USD or EUR.")]
    [InlineData("2,C1,,EUR 10.00,USD,,,,,", ImportProblemKind.UnknownCurrency, "The amount is in EUR, but the currency is USD.")]
    [InlineData("2,C1,,0.00,USD,,,,,", ImportProblemKind.NotPositive, "The total is zero.")]
    [InlineData("2,C1,,99999999999999.00,USD,,,,,", ImportProblemKind.TooLarge, "The amount 99999999999999.00 USD is larger than an invoice can be.")]
    [InlineData("2,C1,,10.005,USD,,,,,", ImportProblemKind.ExtraDecimals, "10.005 USD has more than 2 decimals.")]
    [InlineData("2,C1,,24168654.34,JPY,,,,,", ImportProblemKind.ExtraDecimals, "24168654.34 JPY has decimals, but JPY has none.")]
    [InlineData("2,C1,,10.00,USD,26/1/2026,,,,", ImportProblemKind.ImpossibleDate, "Issue date “26/1/2026” is not a date in the order month, day, year.")]
    [InlineData("2,C1,,10.00,USD,2/30/2026,,,,", ImportProblemKind.ImpossibleDate, "Issue date “2/30/2026” is not a date in the order month, day, year.")]
    [InlineData("2,C1,,10.00,USD,1/26/2026,1/25/2026,,,", ImportProblemKind.DueBeforeIssue, "The due date 2026-01-25 is before the issue date 2026-01-26.")]
    [InlineData("2,C1,,10.00,USD,,,11/23/2026,,", ImportProblemKind.FutureSettlement, "The settlement date 2026-11-23 is in the future.")]
    [InlineData("2,C1,,10.00,USD,,,,4111 1111 1111 1111,", ImportProblemKind.ForbiddenText, "Description contains what looks like a card number. Card numbers are not stored here.")]
    [InlineData("2,C1,,10.00,USD,,,,a\u0007b,", ImportProblemKind.ForbiddenText, "Description contains a control character.")]
    [InlineData("123456789012345678901234567890123456789012345678901,C1,,10.00,USD,,,,,", ImportProblemKind.TooLong, "Invoice number is longer than 50 characters.")]
    [InlineData("2,C1,,10.00,USD,,,,,soon", ImportProblemKind.UnreadableTerms, "“soon” is not a number of days from 0 to 365.")]
    [InlineData("2,C1,,10.00", ImportProblemKind.BrokenLine, "The line has 4 values for 10 columns.")]
    [InlineData("2,C1,,1,234.00,USD,,,,,", ImportProblemKind.BrokenLine, "The line has 11 values for 10 columns: a value that contains the separator needs quotation marks around it.")]
    [InlineData("2,C\"1,,10.00,USD,,,,,", ImportProblemKind.BrokenLine, "A quotation mark stands inside a value without quotes.")]
    public void A_bad_line_is_refused_with_a_sentence(string line, ImportProblemKind kind, string reason)
    {
        var invoice = Parse(line, out var problems);

        Assert.Null(invoice);
        var problem = Assert.Single(problems);
        Assert.Equal(reason, problem.Reason);
        Assert.Equal(kind, problem.Kind);
        Assert.Equal(22, problem.Line);
    }

    [Fact]
    public void Every_fault_of_a_line_is_named_at_once()
    {
        Parse(",,,ten,USD,99/99/2026,,,,", out var problems);

        Assert.Equal(4, problems.Count);
    }

    [Theory]
    [InlineData("24168654.34", "JPY", 24168654)]
    [InlineData("24168654.50", "JPY", 24168655)]
    [InlineData("10.005", "USD", 1001)]
    [InlineData("10.0005", "KWD", 10001)]
    public void Extra_decimals_are_rounded_half_away_from_zero_when_asked(string amount, string currency, long expected)
    {
        var invoice = Parse($"2,C1,,{amount},{currency},,,,,", out _, round: true);

        Assert.Equal(new Money(expected, currency), invoice?.Total);
        Assert.True(invoice?.IsRounded);
    }

    [Fact]
    public void Zeros_behind_the_last_decimal_of_the_currency_are_no_fault()
    {
        var invoice = Parse("2,C1,,100.00,JPY,,,,,", out _);

        Assert.Equal(new Money(100, "JPY"), invoice?.Total);
        Assert.False(invoice?.IsRounded);
    }

    [Fact]
    public void An_amount_that_rounds_to_nothing_is_refused()
    {
        Parse("2,C1,,0.4,JPY,,,,,", out var problems, round: true);

        Assert.Equal("The total 0.4 JPY rounds to zero.", Assert.Single(problems).Reason);
    }

    [Fact]
    public void A_line_without_currency_has_the_chosen_one_or_the_one_beside_its_amount()
    {
        Assert.Equal("USD", Parse("2,C1,,10.00,,,,,,", out _)?.Total.Currency);
        Assert.Equal("EUR", Parse("2,C1,,10.00 €,,,,,,", out _)?.Total.Currency);
    }

    [Fact]
    [UseCulture("de-DE")]
    public void The_reading_does_not_depend_on_the_machines_culture() => A_good_line_is_read_whole();

    private ImportedInvoice? Parse(string line, out IReadOnlyList<ImportProblem> problems, bool round = false)
    {
        var path = _folder.File("lines.csv");
        File.WriteAllLines(path, [Header, .. Enumerable.Repeat(GoodLine, line == GoodLine ? 0 : 20), line]);
        var choices = new ImportChoices
        {
            Currency = "USD",
            RoundExtraDecimals = round,
            Columns = new Dictionary<ImportField, int?> { [ImportField.InvoiceNumber] = 0 },
        };
        var plan = ImportPlan.Make(FileAnalysis.Read(path, null, null, default), choices);
        Assert.Empty(plan.Questions);
        return new LineParser(plan, Today).Parse(plan.File.Source.Read().Last(), out problems);
    }
}
