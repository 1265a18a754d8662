using Bunit;
using PaymentsApp.Components;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

[UseCulture("en-US")]
public sealed class DateInputTests : ComponentTest
{
    private readonly List<DateOnly?> _told = [];
    private readonly List<string?> _problems = [];
    private int _enters;

    [Fact]
    [UseCulture("de-DE")]
    public void Date_travels_in_ISO_form_under_any_culture()
    {
        var input = Box(new DateOnly(2026, 2, 1));

        Assert.Equal("2026-02-01", input.Find("input").GetAttribute("value"));
        Assert.Equal("payment-date", input.Find("label").GetAttribute("for"));

        input.Find("input").Change("2026-03-09");
        Assert.Equal([new DateOnly(2026, 3, 9)], _told);
    }

    [Fact]
    public void Emptied_box_is_no_date()
    {
        var input = Box(new DateOnly(2026, 2, 1));

        input.Find("input").Change("");

        Assert.Equal([null], _told);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Date_after_the_last_day_stays_with_the_reason_and_does_not_count()
    {
        var input = Box(new DateOnly(2026, 2, 1), max: new DateOnly(2026, 11, 22));

        input.Find("input").Focus();
        input.Find("input").Change("2026-11-23");
        Assert.Equal("", Note(input)); // not while it is being typed
        input.Find("input").Blur();

        Assert.Equal("The date must not be after 11/22/2026.", Note(input));
        Assert.Equal([Note(input)], _problems);
        Assert.Equal([null], _told);
        Assert.Equal("2026-11-23", input.Find("input").GetAttribute("value"));
        Assert.Equal("true", input.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("2026-11-22", input.Find("input").GetAttribute("max"));
    }

    [Fact]
    public void A_year_being_typed_is_no_date_yet()
    {
        var input = Box(null);

        foreach (var text in new[] { "0002-11-22", "0020-11-22", "0202-11-22", "2026-11-22" })
        {
            input.Find("input").Change(text);
        }

        Assert.Equal([new DateOnly(2026, 11, 22)], _told);
        Assert.Null(_problems[^1]);
    }

    [Fact]
    public void Enter_is_handed_on_only_with_a_date_that_counts()
    {
        var input = Box(new DateOnly(2026, 2, 1), max: new DateOnly(2026, 11, 22));
        input.Find("input").KeyDown(Key.Enter);
        Assert.Equal(1, _enters);

        input.Find("input").Focus();
        input.Find("input").Change("2027-01-01");
        input.Find("input").KeyDown(Key.Enter);

        Assert.Equal(1, _enters);
        Assert.StartsWith("The date must not be after", Note(input), StringComparison.Ordinal);
    }

    [Fact]
    public void New_value_from_the_form_replaces_the_date_and_its_problem()
    {
        var input = Box(null, max: new DateOnly(2026, 11, 22));
        input.Find("input").Change("2027-01-01");

        input.Render(parameters => parameters.Add(i => i.Value, new DateOnly(2026, 1, 5)));

        Assert.Equal("2026-01-05", input.Find("input").GetAttribute("value"));
        Assert.Equal("", Note(input));
        Assert.Null(_problems[^1]);
    }

    [Fact]
    public void What_the_form_notices_about_the_date_is_shown()
    {
        var input = Render<DateInput>(parameters => parameters
            .Add(i => i.Label, "Payment date").Add(i => i.Id, "payment-date").Add(i => i.RuleProblem, "Older than 90 days."));

        Assert.Equal("Older than 90 days.", Note(input));
    }

    private IRenderedComponent<DateInput> Box(DateOnly? value, DateOnly? max = null) => Render<DateInput>(parameters => parameters
        .Add(i => i.Label, "Payment date")
        .Add(i => i.Id, "payment-date")
        .Add(i => i.Value, value)
        .Add(i => i.Max, max)
        .Add(i => i.ValueChanged, (DateOnly? date) => _told.Add(date))
        .Add(i => i.ProblemChanged, (string? problem) => _problems.Add(problem))
        .Add(i => i.OnEnter, () => _enters++));

    private static string Note(IRenderedComponent<DateInput> input) => input.Find("[aria-live]").TextContent.Trim();
}
