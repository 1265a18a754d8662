using PaymentsApp.Data;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

public sealed class PasswordRulesTests
{
    private static readonly AppUser Person = new() { DisplayName = "Fiona Clark", Email = "fiona.clark@example.com" };

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password2026!")]
    [InlineData("P@ssw0rd2024!!")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop12")]
    [InlineData("QWERTY123456")]
    [InlineData("letmein12345")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("112233112233")]
    [InlineData("september2026")]
    [InlineData("Payments2026!")]
    [InlineData("fionaclark123")]
    [InlineData("FionaClark!!!!")]
    public async Task What_is_tried_first_is_refused(string password) => Assert.NotEmpty(await ProblemsAsync(password));

    [Theory]
    [InlineData("seven grey herons nest")]
    [InlineData("correct-lamp-anvil-31")]
    [InlineData("k7fq-pmv2-x9tn-wd4h")]
    [InlineData("Straßenbahn über Köln")]
    [InlineData("лодка плывет по реке")]
    public async Task Words_that_have_nothing_to_do_with_each_other_are_good(string password) => Assert.Empty(await ProblemsAsync(password));

    [Fact]
    public async Task Eleven_characters_are_too_few_and_three_hundred_too_many()
    {
        Assert.NotEmpty(await ProblemsAsync("kx7fqpmv2tw"));
        Assert.NotEmpty(await ProblemsAsync(string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:X3}"))));
    }

    [Fact]
    public async Task A_made_password_is_good_and_never_the_same()
    {
        var made = Enumerable.Range(0, 50).Select(_ => PasswordMaker.Make()).ToList();

        Assert.Equal(50, made.Distinct().Count());
        Assert.Empty(await ProblemsAsync(made[0]));
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(string password)
    {
        await using var app = await TestDatabase.CreateAsync();
        return await app.Get<UserAccounts>().PasswordProblemsAsync(Person, password, CancellationToken.None);
    }
}
