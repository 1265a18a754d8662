using Bunit;
using Microsoft.AspNetCore.Components.Web;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

[UseCulture("en-US")]
public sealed class MoneyInputTests : ComponentTest
{
    [Fact]
    public void Box_has_its_label_and_shows_the_value_in_the_users_format()
    {
        var form = Form(new Money(123450, "USD"));

        Assert.Equal("amount", form.Find("label").GetAttribute("for"));
        Assert.Equal("Amount", form.Find("label").TextContent);
        Assert.Equal("amount", Box(form).Id);
        Assert.Equal("1,234.50", Text(form));
        Assert.Equal("", Note(form));
    }

    [Fact]
    [UseCulture("de-DE")]
    public void Amount_is_read_in_the_users_format()
    {
        var form = Form();

        Enter(form, "1.234,50");

        Assert.Equal(new Money(123450, "USD"), form.Instance.Value);
        Assert.Equal("", Note(form));
    }

    [Fact]
    [UseCulture("de-DE")]
    public void Doubtful_figure_stays_in_the_box_with_the_question_and_is_no_value()
    {
        var form = Form(new Money(100, "USD"));

        Enter(form, "12.50");

        Assert.Equal("12.50", Text(form));
        Assert.Null(form.Instance.Value);
        Assert.Equal("“12.50” is not clear. Did you mean 12,50?", Note(form));
        Assert.Equal(Note(form), form.Instance.Problem);
        Assert.Equal("true", Box(form).GetAttribute("aria-invalid"));
        Assert.Equal(form.Find("[aria-live]").Id, Box(form).GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Mending_the_text_takes_the_problem_away()
    {
        var form = Form();
        Enter(form, "12,50");
        Assert.NotNull(form.Instance.Problem);

        Enter(form, "12.50");

        Assert.Null(form.Instance.Problem);
        Assert.Equal(new Money(1250, "USD"), form.Instance.Value);
        Assert.False(Box(form).HasAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("120+35.50", "120.00 + 35.50 = 155.50 USD")]
    [InlineData("1234.5", "1,234.50 USD")]
    [InlineData("1,234.50", "")]
    [InlineData("12.50", "")]
    public void What_was_understood_is_shown_where_the_text_does_not_say_it(string typed, string note)
    {
        var form = Form();

        Enter(form, typed);

        Assert.Equal(typed, Text(form));
        Assert.Equal(note, Note(form));
    }

    [Fact]
    public void Nothing_is_read_while_the_user_types()
    {
        var form = Form();

        Box(form).Input("12,5");

        Assert.Null(form.Instance.Problem);
        Assert.Equal("", Note(form));
        Assert.Equal(0, form.Instance.Changes);
    }

    [Fact]
    public void Leaving_the_box_reads_it_once()
    {
        var form = Form();

        Box(form).Input("12.50");
        Box(form).Change("12.50");
        Box(form).Blur();

        Assert.Equal(new Money(1250, "USD"), form.Instance.Value);
        Assert.Equal(1, form.Instance.Changes);
    }

    [Fact]
    public void Enter_reads_the_text_before_the_parent_hears_of_it()
    {
        var form = Form();

        Box(form).Input("12.50");
        Box(form).KeyDown(Key.Enter);

        Assert.Equal([new Money(1250, "USD")], form.Instance.AtEnter);
    }

    [Fact]
    public void Enter_on_a_doubtful_text_goes_no_further()
    {
        var form = Form();

        Box(form).Input("12,50");
        Box(form).KeyDown(Key.Enter);

        Assert.Empty(form.Instance.AtEnter);
        Assert.NotNull(form.Instance.Problem);
    }

    [Fact]
    public void Ctrl_Enter_reads_the_text_for_the_save_that_follows_and_is_no_Enter()
    {
        var form = Form();

        Box(form).Input("12.50");
        Box(form).KeyDown(new KeyboardEventArgs { Key = "Enter", CtrlKey = true });

        Assert.Equal(new Money(1250, "USD"), form.Instance.Value);
        Assert.Empty(form.Instance.AtEnter);
    }

    [Fact]
    public void Enter_that_ends_a_composition_does_nothing()
    {
        var form = Form();

        Box(form).Input("１２");
        Box(form).KeyDown(new KeyboardEventArgs { Key = "Enter", IsComposing = true });

        Assert.Equal(0, form.Instance.Changes);
        Assert.Empty(form.Instance.AtEnter);
    }

    [Fact]
    public void New_value_from_the_form_replaces_the_text()
    {
        var form = Form(new Money(100, "USD"));
        Enter(form, "5+5");

        form.Instance.Set(new Money(999, "USD"));

        Assert.Equal("9.99", Text(form));
        Assert.Equal("", Note(form));
    }

    [Fact]
    public void New_value_from_the_form_leaves_a_text_being_typed_alone()
    {
        var form = Form(new Money(100, "USD"));
        Box(form).Input("12.5");

        form.Instance.Set(new Money(999, "USD"));
        Assert.Equal("12.5", Text(form));

        Box(form).Input("12.50");
        Box(form).Change("12.50");
        Assert.Equal(new Money(1250, "USD"), form.Instance.Value);
    }

    [Fact]
    public void New_value_is_shown_once_the_typing_was_taken_back()
    {
        var form = Form(new Money(100, "USD"));
        Box(form).Input("1.005");
        form.Instance.Set(new Money(999, "USD"));

        Box(form).Input("1.00");
        Box(form).Blur();

        Assert.Equal("9.99", Text(form));
        Assert.Equal(0, form.Instance.Changes);
    }

    [Fact]
    public void New_value_from_the_form_clears_a_problem()
    {
        var form = Form();
        Enter(form, "abc");

        form.Instance.Set(new Money(999, "USD"));

        Assert.Equal("9.99", Text(form));
        Assert.Null(form.Instance.Problem);
        Assert.Equal("", Note(form));
    }

    [Fact]
    public void Text_is_read_anew_when_the_currency_changes()
    {
        var form = Form();
        Enter(form, "100.50");

        form.Instance.SetCurrency("JPY");

        Assert.Null(form.Instance.Value);
        Assert.Equal("JPY has no decimals, “100.50” has 2.", form.Instance.Problem);
        Assert.Equal("100.50", Text(form));

        form.Instance.SetCurrency("EUR");
        Assert.Equal(new Money(10050, "EUR"), form.Instance.Value);
        Assert.Null(form.Instance.Problem);
    }

    [Fact]
    public void Zero_is_an_amount_only_where_it_is_allowed()
    {
        var form = Form();
        Enter(form, "0");
        Assert.Equal("The amount must be above zero.", form.Instance.Problem);

        var allowing = Form(allowZero: true);
        Enter(allowing, "0");
        Assert.Equal(Money.Zero("USD"), allowing.Instance.Value);
    }

    [Fact]
    public void Empty_box_is_no_value_and_no_problem()
    {
        var form = Form(new Money(100, "USD"));
        Enter(form, "");
        Assert.Null(form.Instance.Value);
        Assert.Null(form.Instance.Problem);
    }

    [Fact]
    public void What_the_form_has_against_the_amount_is_shown()
    {
        var form = Form(new Money(100, "USD"), ruleProblem: "Only 0.50 is open.");

        Assert.Equal("Only 0.50 is open.", Note(form));
        Assert.Equal("true", Box(form).GetAttribute("aria-invalid"));

        Enter(form, "1,5");
        Assert.Equal("“1,5” is not clear. Did you mean 1.50?", Note(form));
    }

    [Fact]
    [UseCulture("en-US")]
    public void What_was_read_stays_when_the_answer_of_the_form_is_late()
    {
        Money? told = null;
        var input = Render<MoneyInput>(parameters => parameters.Add(i => i.Label, "Amount").Add(i => i.Id, "amount").Add(i => i.Currency, "USD")
            .Add(i => i.Value, new Money(297_600, "USD")).Add(i => i.ValueChanged, (Money? value) => told = value)); // shows nothing new yet

        input.Find("input").Input("100+20.50");
        input.Find("input").Change("100+20.50");
        input.Find("input").Blur();
        Assert.Equal(new Money(12_050, "USD"), told);
        Assert.Equal("100+20.50", input.Find("input").GetAttribute("value"));
        Assert.Contains("100.00 + 20.50 = 120.50", input.Find("[aria-live]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_table_the_label_is_only_read_out()
    {
        var input = Render<MoneyInput>(parameters => parameters
            .Add(i => i.Label, "Apply to 1001").Add(i => i.Id, "apply-1").Add(i => i.Currency, "USD").Add(i => i.IsLabelHidden, true));

        Assert.Empty(input.FindAll("label"));
        Assert.Equal("Apply to 1001", input.Find("input").GetAttribute("aria-label"));
    }

    private IRenderedComponent<MoneyForm> Form(Money? value = null, bool allowZero = false, string? ruleProblem = null) =>
        Render<MoneyForm>(parameters => parameters
            .Add(p => p.Start, value).Add(p => p.AllowZero, allowZero).Add(p => p.RuleProblem, ruleProblem));

    private static AngleSharp.Dom.IElement Box(IRenderedComponent<MoneyForm> form) => form.Find("input");

    private static string? Text(IRenderedComponent<MoneyForm> form) => Box(form).GetAttribute("value") ?? "";

    private static string Note(IRenderedComponent<MoneyForm> form) =>
        form.Find("[aria-live]").TextContent.Trim().Replace('\u00A0', ' ');

    private static void Enter(IRenderedComponent<MoneyForm> form, string text)
    {
        Box(form).Input(text);
        Box(form).Change(text);
        Box(form).Blur();
    }
}
