using System.Net;
using PaymentsApp.Security;

namespace PaymentsApp.Tests.Security;

public sealed class SignInLimitTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void One_line_is_one_caller_however_many_addresses_it_has(string one, string other, bool isSame) =>
        Assert.Equal(isSame, SignInLimit.Caller(IPAddress.Parse(one)) == SignInLimit.Caller(IPAddress.Parse(other)));
}
