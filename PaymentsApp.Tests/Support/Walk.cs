using PaymentsApp.Components.Lists;

namespace PaymentsApp.Tests.Support;

/// <summary>Goes through all pages of a list, as a person with Next and Previous does.</summary>
public static class Walk
{
    private const int PagesMax = 50;

    /// <summary>All rows from the first page to the last; on the way back each page must be the same as on the way there.</summary>
    public static async Task<List<TRow>> ThereAndBackAsync<TRow>(Func<PageKey?, Task<Page<TRow>>> load)
    {
        List<Page<TRow>> pages = [await load(null)];
        Assert.Null(pages[0].PreviousKey);
        while (pages[^1].NextKey is { } next)
        {
            pages.Add(await load(PageKey.Parse(next)));
            Assert.True(pages.Count < PagesMax, "The list has no end.");
        }

        for (var i = pages.Count - 1; i > 0; i--)
        {
            var back = await load(PageKey.Parse(pages[i].PreviousKey));
            Assert.Equal(pages[i - 1].Rows, back.Rows);
        }

        return [.. pages.SelectMany(page => page.Rows)];
    }
}
