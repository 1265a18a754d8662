using Bunit;
using PaymentsApp.Components;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components;

public sealed class SearchBoxTests : ComponentTest
{
    private readonly List<string> _said = [];

    [Fact]
    public void It_speaks_once_when_the_typing_pauses()
    {
        var box = Show("");

        Field(box).Input("h");
        Field(box).Input("ha");
        Clock.Advance(TimeSpan.FromMilliseconds(150));
        Field(box).Input(" har ");
        Clock.Advance(TimeSpan.FromMilliseconds(150));
        Assert.Empty(_said);
        Clock.Advance(TimeSpan.FromMilliseconds(60));

        box.WaitForAssertion(() => Assert.Equal(["har"], _said));
    }

    [Fact]
    public void Enter_speaks_at_once_and_not_twice()
    {
        var box = Show("");

        Field(box).Input("har");
        Field(box).KeyDown(Key.Enter);
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["har"], _said);
    }

    [Fact]
    public void Link_clicked_right_after_typing_is_not_answered_by_going_back_to_the_list()
    {
        var box = Show("");

        Field(box).Input("har");
        Assert.Throws<MissingEventHandlerException>(() => Field(box).Change("har")); // leaving the field, here for the link, says nothing
        box.Instance.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(_said);
    }

    [Fact]
    public void An_older_answer_does_not_overwrite_what_is_being_typed()
    {
        var box = Show("");
        Field(box).Input("har");
        Clock.Advance(TimeSpan.FromMilliseconds(210));
        box.WaitForAssertion(() => Assert.Equal(["har"], _said));
        Field(box).Input("harbor");

        box.Render(parameters => parameters.Add(b => b.Value, "har"));

        Assert.Equal("harbor", Field(box).GetAttribute("value"));
    }

    [Fact]
    public void A_text_from_the_address_is_shown()
    {
        var box = Show("harbor");

        Assert.Equal("harbor", Field(box).GetAttribute("value"));
        Assert.Equal("Search invoices", Field(box).GetAttribute("aria-label"));
    }

    [Fact]
    public void Nothing_is_said_after_the_page_was_left()
    {
        var box = Show("");
        Field(box).Input("har");

        box.Instance.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(_said);
    }

    private IRenderedComponent<SearchBox> Show(string value) => Render<SearchBox>(box => box
        .Add(b => b.Label, "Search invoices")
        .Add(b => b.Value, value)
        .Add(b => b.ValueChanged, text => _said.Add(text)));

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<SearchBox> box) => box.Find("input[type=search]");
}
