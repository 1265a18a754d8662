using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PaymentsApp.Components;
using PaymentsApp.Components.Lists;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Components.Lists;

public sealed class MarkupWriterTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("Harbor & Söhne", "Harbor &amp; Söhne")]
    [InlineData("\" onclick=\"alert(1)", "&quot; onclick=&quot;alert(1)")]
    [InlineData("'", "&#x27;")]
    public void Foreign_text_stays_text(string text, string html)
    {
        Assert.Equal($"<b>{html}</b>", Html(b => Element(b, "b", inside => inside.AddContent(1, text))));
        Assert.Equal(
            $"<a title=\"{html}\"></a>",
            Html(b => Element(b, "a", inside => inside.AddAttribute(1, "title", text))));
    }

    [Fact]
    public void Elements_stand_in_each_other_and_after_each_other()
    {
        RenderFragment inner = b =>
        {
            Element(b, "i", inside => inside.AddContent(0, 1));
            b.AddMarkupContent(1, "<u>2</u>");
        };

        var html = Html(b =>
        {
            Element(b, "p", inside =>
            {
                inside.AddAttribute(0, "hidden", true);
                inside.AddAttribute(1, "lang", (string?)null);
                inside.AddContent(2, inner);
                Element(inside, "br", _ => { });
                inside.AddContent(3, "3");
            });
            b.AddContent(4, inner);
        });

        Assert.Equal("<p hidden><i>1</i><u>2</u><br>3</p><i>1</i><u>2</u>", html);
    }

    [Fact]
    [UseCulture("en-US")]
    public void An_amount_reads_as_it_does_elsewhere() =>
        Assert.Equal(
            "<td><span class=\"amount num nowrap strong\">1,234.50<span class=\"code\">&#xA0;USD</span></span></td>",
            WithoutScopes(Html(Amount.Of(new Money(123450, "USD"), "strong"), "<td>", "</td>")));

    [Fact]
    public void The_same_cell_twice_is_one_text_in_memory()
    {
        using var writer = new MarkupWriter();

        Assert.Same(writer.Write("<td>", Cell, "</td>").Html, writer.Write("<td>", Cell, "</td>").Html);

        static void Cell(RenderTreeBuilder b) => b.AddContent(0, "Overdue");
    }

    [Fact]
    public void What_is_not_plain_markup_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Html(b =>
        {
            b.OpenComponent<StatusBadge>(0);
            b.CloseComponent();
        }));
        Assert.Throws<InvalidOperationException>(() => Html(b => Element(b, "b", inside => inside.AddAttribute(0, "onclick", () => { }))));
    }

    private static string Html(RenderFragment template, string before = "", string after = "")
    {
        using var writer = new MarkupWriter();
        return writer.Write(before, template, after).Html;
    }

    private static void Element(RenderTreeBuilder builder, string name, Action<RenderTreeBuilder> inside)
    {
        builder.OpenElement(0, name);
        inside(builder);
        builder.CloseElement();
    }

    // The attributes by which the build binds a component's own styles: b-1a2b3c4d5e.
    private static string WithoutScopes(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, " b-[a-z0-9]{10}(=\"\")?", "");
}
