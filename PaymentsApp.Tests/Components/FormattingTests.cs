using Bunit;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

public sealed class FormattingTests : ComponentTest
{
    [Theory]
    [InlineData("en-US", "−1,234.50 EUR")]
    [InlineData("de-DE", "−1.234,50 EUR")]
    public void An_amount_is_written_as_the_reader_writes_it(string culture, string text)
    {
        using var _ = new CultureScope(culture);

        var amount = Render<Amount>(a => a.Add(x => x.Value, new Money(-123450, "EUR")));

        Assert.Equal(text, amount.Find(".amount").TextContent.Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("en-US", "1/31/2026")]
    [InlineData("de-DE", "31.01.2026")]
    public void A_date_is_written_as_the_reader_writes_it(string culture, string text)
    {
        using var _ = new CultureScope(culture);

        var date = Render<DateText>(d => d.Add(x => x.Value, new DateOnly(2026, 1, 31)));

        Assert.Equal(text, date.Find("time").TextContent);
        Assert.Equal("2026-01-31", date.Find("time").GetAttribute("datetime"));
    }

    [Theory]
    [InlineData(InvoiceStatus.Open, 0, "Open")]
    [InlineData(InvoiceStatus.Open, 5, "Overdue")]
    [InlineData(InvoiceStatus.PartPaid, 0, "Part paid")]
    [InlineData(InvoiceStatus.PartPaid, 5, "Overdue, part paid")]
    [InlineData(InvoiceStatus.Paid, 5, "Paid")]
    public void A_status_is_said_in_words(InvoiceStatus status, int daysOverdue, string text)
    {
        var badge = Render<InvoiceStatusBadge>(b => b.Add(x => x.Status, status).Add(x => x.DaysOverdue, daysOverdue));

        Assert.Equal(text, badge.Find(".badge").TextContent.Trim());
    }

    [Fact]
    public void Problems_are_read_out_and_listed()
    {
        var list = Render<ProblemList>(p => p.Add(x => x.Problems, ["The amount is missing.", "The date is in the future."]));

        Assert.Equal(["The amount is missing.", "The date is in the future."], list.FindAll("[role=alert] li").Select(item => item.TextContent));
    }
}
