using PaymentsApp.Components.Lists;

namespace PaymentsApp.Tests.Components.Lists;

public sealed class PagingTests
{
    private static readonly int[] Rows = [.. Enumerable.Range(1, 170)];

    [Fact]
    public void Walking_forward_and_back_shows_every_row_once_and_in_order()
    {
        List<int> forward = [];
        var page = PageAt(null);
        while (true)
        {
            forward.AddRange(page.Rows);
            if (page.NextKey is null)
            {
                break;
            }

            page = PageAt(page.NextKey);
        }

        List<int> backward = [.. page.Rows.Reverse()];
        while (page.PreviousKey is not null)
        {
            page = PageAt(page.PreviousKey);
            backward.AddRange(page.Rows.Reverse());
        }

        Assert.Equal(Rows, forward);
        Assert.Equal(Rows.Reverse(), backward);
    }

    [Fact]
    public void A_list_of_exactly_one_page_has_no_second()
    {
        var page = Paging.PageOf([.. Rows.Take(Paging.Size)], null, KeyOf);

        Assert.Null(page.PreviousKey);
        Assert.Null(page.NextKey);
        Assert.Equal(Paging.Size, page.Rows.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(">")]
    [InlineData("<7")]
    [InlineData("~7")]
    [InlineData(">~7")]
    [InlineData(">7~")]
    [InlineData("7~7")]
    [InlineData("' OR 1=1 --")]
    public void A_key_that_was_meddled_with_is_no_key(string text) => Assert.Null(PageKey.Parse(text));

    [Fact]
    public void A_key_longer_than_any_we_made_is_no_key() => Assert.Null(PageKey.Parse(">1~" + new string('x', 5_000)));

    [Theory]
    [InlineData("Müller ~ Söhne", 7)]
    [InlineData("2026-01-31", 7)]
    public void A_key_survives_the_address(string value, int id)
    {
        var key = new PageKey(true, value, $"{id}");

        Assert.Equal(key, PageKey.Parse(key.ToString()));
        Assert.Equal(id, PageKey.Parse(key.ToString())?.IdAsNumber());
    }

    [Fact]
    public void Odd_values_in_a_key_are_refused_one_by_one()
    {
        var key = new PageKey(false, "31.01.2026", "seven");

        Assert.Null(key.ValueAsDate());
        Assert.Null(key.ValueAsNumber());
        Assert.Null(key.IdAsNumber());
        Assert.Equal(new DateOnly(2026, 1, 31), new PageKey(false, "2026-01-31", "1").ValueAsDate());
        Assert.Equal(-5, new PageKey(false, "-5", "1").ValueAsNumber());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(37, "37")]
    [InlineData(1_000, "1,000")]
    [InlineData(1_001, "1,000+")]
    public void A_count_stops_at_its_limit(int counted, string text) => Assert.Equal(text, BoundedCount.Of(counted).ToString());

    // What a query does with a key, over a list of numbers.
    private static Page<int> PageAt(string? text)
    {
        var key = PageKey.Parse(text);
        var rows = key switch
        {
            null => Rows,
            { IsBackwards: true } => Rows.Where(row => row < key.ValueAsNumber()).Reverse(),
            _ => Rows.Where(row => row > key.ValueAsNumber()),
        };
        return Paging.PageOf([.. rows.Take(Paging.Size + 1)], key, KeyOf);
    }

    private static (string Value, string Id) KeyOf(int row) => PageKey.At(row, row);
}
