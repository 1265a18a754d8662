using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

public sealed class ImportPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void English_columns_are_recognised_by_name()
    {
        var plan = Plan(
            "Invoice #,Customer ID,Customer name,Invoice date,Due date,Total,Curr,Paid on,Description,Magazine issue,Product,Sales rep e-mail,Payment terms,Payer no,Agency name,Document type",
            "1,C1,Acme,2026-01-02,2026-02-02,10.00,USD,2026-01-20,Full page,March,Harbor,ann@example.com,Net 30,A1,Meridian,Invoice");

        Assert.Equal(ImportFields.All, plan.Uses.Select(use => use.Field));
        Assert.Equal([0, 1, 2, 5, 6, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15], plan.Uses.Select(use => use.Column));
        Assert.True(plan.IsReady);
        Assert.All(plan.Uses, use => Assert.True(use.IsSure));
    }

    [Fact]
    public void German_and_french_columns_are_recognised_by_name()
    {
        var german = Plan(
            "Rechnungs-Nr.;Kundennummer;Firma;Rechnungsdatum;Fälligkeit;Bruttobetrag;Währung;Bezahlt am;Zahlungsziel",
            "R1;K1;Müller;31.01.2026;28.02.2026;1.234,56;EUR;15.02.2026;30 Tage");
        var french = Plan(
            "N° de facture;Code client;Raison sociale;Date d'émission;Échéance;Montant TTC;Devise;Réglé le",
            "F1;C1;Dupont;31/01/2026;28/02/2026;1 234,56;EUR;15/02/2026");

        Assert.Equal(9, german.Uses.Count);
        Assert.Equal(8, french.Uses.Count);
        Assert.True(german.IsReady && french.IsReady);
        Assert.Equal(new Money(123456, "EUR"), Only(german).Total);
        Assert.Equal(new Money(123456, "EUR"), Only(french).Total);
        Assert.Equal(new DateOnly(2026, 1, 31), Only(german).IssuedOn);
        Assert.Equal(new DateOnly(2026, 1, 31), Only(french).IssuedOn);
    }

    [Fact]
    public void A_number_column_that_repeats_gives_way_to_one_that_does_not()
    {
        string[] lines = [.. Enumerable.Range(1, 50).Select(i => $"{i % 5},B{i},C1,10.00")];

        var plan = Plan("Invoice number,Billing number,Customer,Amount", lines);

        Assert.Equal(1, plan.ColumnOf(ImportField.InvoiceNumber));
        Assert.True(plan.IsReady);
    }

    [Fact]
    public void A_doubtful_number_column_is_asked_about()
    {
        var plan = Plan("Reference,Customer,Amount", "A-1,C1,10.00");

        var question = Assert.Single(plan.Questions);
        Assert.Equal("Is “Reference” the invoice number?", question.Text);
    }

    [Fact]
    public void A_missing_column_is_asked_for_by_its_name()
    {
        var plan = Plan("Colour,Size", "red,12");

        Assert.Equal(
            [
                "Which column holds the invoice number? The first line of the file must hold the column names.",
                "Which column holds the amount? The first line of the file must hold the column names.",
                "Which column holds the customer number or name? The first line of the file must hold the column names.",
            ],
            plan.Questions.Select(question => question.Text));
    }

    [Fact]
    public void A_chosen_column_wins_over_its_name_and_a_column_can_be_left_out()
    {
        var choices = new ImportChoices
        {
            Currency = "USD",
            Columns = new Dictionary<ImportField, int?> { [ImportField.InvoiceNumber] = 1, [ImportField.SettledOn] = null },
        };

        var plan = Plan(choices, "Invoice number,Old number,Customer,Amount,Paid on", "1,A-1,C1,10.00,2026-01-02");

        Assert.Equal(1, plan.ColumnOf(ImportField.InvoiceNumber));
        Assert.Null(plan.ColumnOf(ImportField.SettledOn));
        Assert.Equal("A-1", Only(plan).Number);
    }

    [Fact]
    public void Dates_that_read_both_ways_are_asked_about_and_an_answer_settles_it()
    {
        string[] lines = ["Invoice number,Customer,Amount,Invoice date", "1,C1,10.00,1/2/2026"];

        var asking = Plan(lines[0], lines[1]);
        var answered = Plan(
            new ImportChoices
            {
                Currency = "USD",
                DateOrders = new Dictionary<ImportField, DateOrder> { [ImportField.IssuedOn] = DateOrder.DayMonthYear },
            },
            lines[0],
            lines[1]);

        Assert.Equal("Does “1/2/2026” in “Invoice date” begin with the day or with the month?", Assert.Single(asking.Questions).Text);
        Assert.Equal(new DateOnly(2026, 2, 1), Only(answered).IssuedOn);
    }

    [Fact]
    public void Each_date_column_has_an_order_of_its_own()
    {
        var plan = Plan("Invoice number,Customer,Amount,Invoice date,Due date", "1,C1,10.00,1/26/2026,27.02.2026");

        Assert.Equal(DateOrder.MonthDayYear, plan.DateOrders[ImportField.IssuedOn]);
        Assert.Equal(DateOrder.DayMonthYear, plan.DateOrders[ImportField.DueOn]);
    }

    [Fact]
    public void An_amount_that_reads_both_ways_is_asked_about()
    {
        var plan = Plan("Invoice number;Customer;Amount", "1;C1;1,234");

        Assert.Equal(
            "Is the mark in “1,234” in “Amount” a decimal mark, or does it group thousands?", Assert.Single(plan.Questions).Text);
    }

    [Fact]
    public void A_column_of_words_is_not_taken_for_the_amount_without_asking()
    {
        var plan = Plan("Invoice number,Customer,Total", "1,C1,ten dollars");

        Assert.Contains(plan.Questions, question => question.Field == ImportField.Amount);
    }

    [Fact]
    public void A_separator_at_the_end_of_every_line_is_no_column()
    {
        var plan = Plan("Invoice number;Customer;Amount;;", "1;C1;10,00;;", "2;C1;10,00");

        Assert.Equal(3, plan.File.Columns.Count);
        Assert.Equal(new Money(1000, "USD"), Only(plan).Total);
    }

    private static ImportedInvoice Only(ImportPlan plan)
    {
        var invoice = new LineParser(plan, new DateOnly(2026, 11, 22)).Parse(plan.File.Preview[0], out var problems);
        Assert.Empty(problems);
        return Assert.IsType<ImportedInvoice>(invoice);
    }

    private ImportPlan Plan(string header, params string[] lines) =>
        Plan(new ImportChoices { Currency = "USD" }, header, lines);

    private ImportPlan Plan(ImportChoices choices, string header, params string[] lines)
    {
        var path = _folder.File("plan.csv");
        File.WriteAllLines(path, [header, .. lines]);
        return ImportPlan.Make(FileAnalysis.Read(path, null, null, default), choices);
    }
}
