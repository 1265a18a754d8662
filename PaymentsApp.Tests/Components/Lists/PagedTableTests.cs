using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Components.Lists;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components.Lists;

public sealed class PagedTableTests : ComponentTest
{
    private List<NumberRow> _rows = [.. Enumerable.Range(1, 3).Select(id => new NumberRow(id, $"Row {id}"))];
    private Func<ListState, CancellationToken, Task<Page<NumberRow>>>? _load;
    private NumberRow? _selected;
    private NumberRow? _opened;

    [Fact]
    public void Rows_stand_under_their_headers()
    {
        var list = Show();

        Assert.Equal(["Id", "Name"], list.FindAll("[role=columnheader]").Select(header => header.TextContent.Trim().TrimEnd('↑')));
        Assert.Equal("1 Row 1", Text(list, 0));
        Assert.Equal("3 rows", list.Find("[role=status]").TextContent);
        Assert.Equal("Numbers", list.Find("[role=grid]").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_header_sorts_and_says_so()
    {
        var list = Show();
        Assert.Equal("ascending", Header(list, "Id").GetAttribute("aria-sort"));

        Header(list, "Name").QuerySelector("button")!.Click();

        list.WaitForAssertion(() => Assert.Equal("ascending", Header(list, "Name").GetAttribute("aria-sort")));
        Assert.Equal("none", Header(list, "Id").GetAttribute("aria-sort"));
        Assert.EndsWith("?sort=name", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);

        Header(list, "Name").QuerySelector("button")!.Click();

        list.WaitForAssertion(() => Assert.Equal("descending", Header(list, "Name").GetAttribute("aria-sort")));
    }

    [Fact]
    public void The_selected_row_says_so_and_is_the_tab_stop()
    {
        var list = Show();
        Assert.Equal(["0", "-1", "-1"], Rows(list).Select(row => row.GetAttribute("tabindex")));

        Rows(list)[1].SelectRow();

        Assert.Equal(2, _selected?.Id);
        Assert.Null(_opened);
        Assert.Equal(["false", "true", "false"], Rows(list).Select(row => row.GetAttribute("aria-selected")));
        Assert.Equal(["-1", "0", "-1"], Rows(list).Select(row => row.GetAttribute("tabindex")));
    }

    [Fact]
    public void A_row_that_is_opened_is_selected_too()
    {
        var list = Show();

        Rows(list)[2].OpenRow();

        Assert.Equal(3, _opened?.Id);
        Assert.Equal(3, _selected?.Id);
    }

    [Fact]
    public async Task A_click_on_a_row_that_has_just_gone_selects_no_other()
    {
        var list = Show();
        var second = Rows(list)[1];

        _rows = [.. _rows.Where(row => row.Id != 2)];
        await list.InvokeAsync(list.Instance.RefreshAsync);
        await list.InvokeAsync(() => list.Find("tbody").TriggerEvent("onrowopen", new RowEventArgs { Key = second.GetAttribute("data-key")! }));

        Assert.Null(_selected);
        Assert.Null(_opened);
    }

    [Fact]
    public async Task A_live_change_keeps_the_selection_and_marks_what_changed()
    {
        var list = Show();
        Rows(list)[1].SelectRow();

        _rows = [new NumberRow(9, "New"), .. _rows.Select(row => row.Id == 3 ? row with { Name = "Changed" } : row)];
        await list.InvokeAsync(list.Instance.RefreshAsync);

        Assert.Equal(2, _selected?.Id);
        Assert.Equal(
            [true, false, false, true],
            Rows(list).Select(row => row.ClassList.Any(name => name.StartsWith("changed", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_selected_row_that_is_gone_is_no_longer_selected()
    {
        var list = Show();
        Rows(list)[1].SelectRow();

        _rows = [.. _rows.Where(row => row.Id != 2)];
        await list.InvokeAsync(list.Instance.RefreshAsync);

        Assert.Null(_selected);
        Assert.DoesNotContain(Rows(list), row => row.GetAttribute("aria-selected") == "true");
    }

    [Fact]
    public void Next_and_Previous_walk_through_the_pages()
    {
        _rows = [.. Enumerable.Range(1, 60).Select(id => new NumberRow(id, $"Row {id}"))];
        var list = Show();
        Assert.True(Button(list, "Previous").HasAttribute("disabled"));
        Assert.Equal("50 of 60 rows", list.Find("[role=status]").TextContent);

        Button(list, "Next").Click();
        list.WaitForAssertion(() => Assert.Equal("51 Row 51", Text(list, 0)));
        Assert.True(Button(list, "Next").HasAttribute("disabled"));

        Button(list, "Previous").Click();
        list.WaitForAssertion(() => Assert.Equal("1 Row 1", Text(list, 0)));
    }

    [Fact]
    public void A_list_that_cannot_be_loaded_says_so_and_tries_again()
    {
        _load = (_, _) => throw new InvalidOperationException("secret connection string");
        var list = Show();

        list.WaitForAssertion(() => Assert.Contains("could not be loaded", list.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", list.Markup, StringComparison.Ordinal);

        _load = null;
        Button(list, "Retry").Click();

        list.WaitForAssertion(() => Assert.Equal("1 Row 1", Text(list, 0)));
        Assert.DoesNotContain("could not be loaded", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_says_what_was_searched_for()
    {
        _rows = [];
        Services.GetRequiredService<NavigationManager>().NavigateTo("/list?q=harbor");

        var list = Show();

        Assert.Contains("Nothing found for “harbor”", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_of_an_older_load_is_dropped()
    {
        var slow = new TaskCompletionSource<Page<NumberRow>>();
        var list = Show();
        _load = (_, _) => slow.Task;
        Header(list, "Name").QuerySelector("button")!.Click();
        list.WaitForAssertion(() => Assert.Equal("true", list.Find("[aria-busy]").GetAttribute("aria-busy")));

        _load = null;
        Header(list, "Id").QuerySelector("button")!.Click();
        list.WaitForAssertion(() => Assert.Equal("false", list.Find("[aria-busy]").GetAttribute("aria-busy")));
        slow.SetResult(new Page<NumberRow>([new NumberRow(99, "Late")]));

        list.Render();
        Assert.DoesNotContain("Late", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Lateness_is_a_tint_that_deepens()
    {
        _rows = [new(1, "a"), new(2, "b", 5), new(3, "c", 45), new(4, "d", 400)];

        var list = Show();

        Assert.Equal(
            [null, "late-1", "late-3", "late-5"],
            Rows(list).Select(row => row.ClassList.FirstOrDefault(name => name.StartsWith("late", StringComparison.Ordinal))));
    }

    private IRenderedComponent<PagedTable<NumberRow>> Show()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        if (!navigation.Uri.Contains("/list", StringComparison.Ordinal))
        {
            navigation.NavigateTo("/list");
        }

        var state = new ListState(navigation, "id");
        var list = Render<PagedTable<NumberRow>>(table => table
            .Add(t => t.Caption, "Numbers")
            .Add(t => t.State, state)
            .Add(t => t.Load, (s, cancel) => _load is null ? Task.FromResult(PageOf(s)) : _load(s, cancel))
            .Add(t => t.RowKey, row => row.Id)
            .Add(t => t.DaysLate, row => row.DaysLate)
            .Add(t => t.SelectedChanged, row => _selected = row)
            .Add(t => t.RowOpened, row => _opened = row)
            .Add(t => t.Columns, Column("Id", "id", row => $"{row.Id} ") + Column("Name", "name", row => row.Name)));
        list.WaitForAssertion(() => Assert.Equal("false", list.Find("[aria-busy]").GetAttribute("aria-busy")));
        return list;
    }

    private static RenderFragment Column(string title, string sortKey, Func<NumberRow, string> text) => builder =>
    {
        builder.OpenComponent<TableColumn<NumberRow>>(0);
        builder.AddComponentParameter(1, nameof(TableColumn<>.Title), title);
        builder.AddComponentParameter(2, nameof(TableColumn<>.SortKey), sortKey);
        builder.AddComponentParameter(3, nameof(TableColumn<>.ChildContent), (RenderFragment<NumberRow>)(row => cell => cell.AddContent(0, text(row))));
        builder.CloseComponent();
    };

    private Page<NumberRow> PageOf(ListState state)
    {
        var rows = state.Key switch
        {
            null => _rows,
            { IsBackwards: true } key => _rows.Where(row => row.Id < key.IdAsNumber()).Reverse(),
            var key => _rows.Where(row => row.Id > key.IdAsNumber()),
        };
        return Paging.PageOf(
            [.. rows.Take(Paging.Size + 1)], state.Key, row => PageKey.At(row.Id, row.Id), BoundedCount.Of(_rows.Count));
    }

    private static List<AngleSharp.Dom.IElement> Rows(IRenderedComponent<PagedTable<NumberRow>> list) =>
        [.. list.FindAll("tbody [role=row]")];

    private static string Text(IRenderedComponent<PagedTable<NumberRow>> list, int row) => Rows(list)[row].TextContent.Trim();

    private static AngleSharp.Dom.IElement Header(IRenderedComponent<PagedTable<NumberRow>> list, string title) =>
        list.FindAll("[role=columnheader]").Single(header => header.TextContent.Contains(title, StringComparison.Ordinal));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<PagedTable<NumberRow>> list, string text) =>
        list.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
