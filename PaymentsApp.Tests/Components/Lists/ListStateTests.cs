using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components.Lists;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components.Lists;

public sealed class ListStateTests : ComponentTest
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void The_address_says_what_the_list_shows()
    {
        Navigation.NavigateTo("/list?q=inv%2012&show=Overdue&sort=total&dir=desc&at=%3E7~99&type=3");

        var state = new ListState(Navigation, "due", defaultFilter: "Open");

        Assert.Equal("inv 12", state.Search);
        Assert.Equal("Overdue", state.Filter);
        Assert.Equal("total", state.Sort);
        Assert.True(state.IsDescending);
        Assert.Equal(new PageKey(false, "99", "7"), state.Key);
        Assert.Equal("3", state.Get("type"));
    }

    [Fact]
    public void Without_anything_in_the_address_the_defaults_hold()
    {
        Navigation.NavigateTo("/list");

        var state = new ListState(Navigation, "number", isDescendingByDefault: true, defaultFilter: "Open");

        Assert.Equal(("", "Open", "number", true, null), (state.Search, state.Filter, state.Sort, state.IsDescending, state.Key));
    }

    [Fact]
    public void Changes_go_into_the_address_and_back_to_the_first_page()
    {
        Navigation.NavigateTo("/list?at=%3E7~99");
        var state = new ListState(Navigation, "due", defaultFilter: "Open");
        var changes = 0;
        state.Changed += () => changes++;

        state.SetSearch("harbor");
        state.SetFilter("Overdue");
        state.SortBy("total");
        state.SortBy("total");

        Assert.Equal("http://localhost/list?dir=desc&q=harbor&show=Overdue&sort=total", Navigation.Uri);
        Assert.Equal(4, changes);
    }

    [Fact]
    public void Going_back_to_the_defaults_leaves_a_clean_address()
    {
        Navigation.NavigateTo("/list");
        var state = new ListState(Navigation, "due", defaultFilter: "Open");

        state.SetFilter("All");
        state.SortBy("due");
        state.SetFilter("Open");
        state.SortBy("due");

        Assert.Equal("http://localhost/list", Navigation.Uri);
    }

    [Fact]
    public void An_address_changed_elsewhere_is_taken_over()
    {
        Navigation.NavigateTo("/list");
        var state = new ListState(Navigation, "due");
        var changes = 0;
        state.Changed += () => changes++;

        Navigation.NavigateTo("/list?q=x");
        state.Read();
        state.Read();

        Assert.Equal("x", state.Search);
        Assert.Equal(1, changes);
    }

    [Fact]
    public void A_late_search_does_not_touch_the_address_of_the_next_page()
    {
        Navigation.NavigateTo("/list");
        var state = new ListState(Navigation, "due");
        Navigation.NavigateTo("/payments/1");

        state.SetSearch("late");
        state.Read();

        Assert.Equal("http://localhost/payments/1", Navigation.Uri);
        Assert.Equal("", state.Search);
    }
}
