using PaymentsApp.Security;

namespace PaymentsApp.Tests.Security;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/finance/collection/payments")]
    [InlineData("/finance/invoices/12?tab=rows&q=a%20b")]
    [InlineData("/ad-sales/organizations?q=https://example.com")]
    [InlineData("/payments/01a1#history")]
    public void An_address_of_the_program_is_kept(string url) => Assert.Equal(url, ReturnUrl.Local(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("////evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\n/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/a\\..\\..\\evil")]
    [InlineData("/finance\r\nSet-Cookie: x=y")]
    [InlineData("/finance\0")]
    [InlineData("http://evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("HTTPS://evil.example/")]
    [InlineData("http:/evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("mailto:a@b.c")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://evil.example")]
    [InlineData("evil.example")]
    [InlineData("evil.example/finance")]
    [InlineData("finance")]
    [InlineData("./finance")]
    [InlineData("../finance")]
    [InlineData("~/finance")]
    [InlineData("?returnUrl=/")]
    [InlineData("#top")]
    [InlineData("@evil.example")]
    [InlineData(":8080/")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-out")]
    [InlineData("/Account/Sign-In?returnUrl=//evil.example")]
    public void Anything_else_leads_home(string? url) => Assert.Equal("/", ReturnUrl.Local(url));

    [Fact]
    public void A_very_long_one_leads_home() => Assert.Equal("/", ReturnUrl.Local("/" + new string('a', 5_000)));
}
