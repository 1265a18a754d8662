using System.Globalization;
using System.Reflection;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments;

public sealed class PaymentProblemTextTests
{
    private static readonly CompanyClock Clock = new(new ManualTimeProvider());

    public static TheoryData<string> Cultures => ["en-US", "de-DE", "fr-FR", "ja-JP"];

    public static TheoryData<Type> Kinds =>
        [.. typeof(PaymentProblem).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(PaymentProblem)))];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_problem_is_said_in_a_sentence(Type kind)
    {
        foreach (var name in Cultures.Select(row => row.Data))
        {
            var text = PaymentProblemText.Of(Example(kind), Clock, CultureInfo.GetCultureInfo(name));

            Assert.Matches(@"^\S.*\.$", text);
            Assert.DoesNotContain(kind.Name, text, StringComparison.Ordinal);
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en-US", "1,234.50 USD", "3/2/2026 9:30", "65.50 USD")]
    [InlineData("de-DE", "1.234,50 USD", "02.03.2026 09:30", "65,50 USD")]
    [InlineData("fr-FR", "1 234,50 USD", "02/03/2026 09:30", "65,50 USD")]
    [InlineData("ja-JP", "1,234.50 USD", "2026/03/02 9:30", "65.50 USD")]
    public void Paid_meanwhile_says_who_what_and_when_as_this_person_writes_it(string culture, string applied, string at, string open)
    {
        var problem = new PaymentProblem.MoreThanOutstanding(
            5, "INV-5", new Money(100_00, "USD"), new Money(65_50, "USD"),
            new LatestAllocation(123, new Money(1_234_50, "USD"), "Berta Buch", new DateTime(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc)));

        var text = Plain(PaymentProblemText.Of(problem, Clock, CultureInfo.GetCultureInfo(culture)));

        Assert.StartsWith($"Invoice INV-5: Berta Buch applied {applied} (P-000123) on {at}", text, StringComparison.Ordinal);
        Assert.Contains($"; {open} is open now.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invoice_that_is_paid_in_full_is_said_to_be_paid()
    {
        var problem = new PaymentProblem.MoreThanOutstanding(5, "INV-5", new Money(100_00, "USD"), Money.Zero("USD"), null);

        Assert.Equal(
            "Invoice INV-5: it is paid. You wanted to apply 100.00 USD.",
            Plain(PaymentProblemText.Of(problem, Clock, CultureInfo.GetCultureInfo("en-US"))));
    }

    [Fact]
    public void Yen_have_no_decimals_in_a_sentence()
    {
        var problem = new PaymentProblem.AppliedMoreThanReceived(new Money(1_200, "JPY"), new Money(1_000, "JPY"));

        var text = Plain(PaymentProblemText.Of(problem, Clock, CultureInfo.GetCultureInfo("ja-JP")));

        Assert.StartsWith("1,200 JPY is applied, but only 1,000 JPY can be.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_is_that_of_the_company()
    {
        var clock = new CompanyClock(new ManualTimeProvider());
        clock.Use("America/New_York");
        var problem = new PaymentProblem.MoreThanOutstanding(
            5, "INV-5", new Money(100, "USD"), new Money(50, "USD"),
            new LatestAllocation(1, new Money(50, "USD"), "Berta", new DateTime(2026, 3, 2, 2, 30, 0, DateTimeKind.Utc)));

        Assert.Contains("03/01/2026 21:30", PaymentProblemText.Of(problem, clock, CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    // .NET writes narrow and no-break blanks where these cultures have them.
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static PaymentProblem Example(Type kind)
    {
        var constructor = kind.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single(c => c.GetParameters() is not [{ ParameterType: var only }] || only != kind);
        return (PaymentProblem)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
    }

    private static object Value(Type type) =>
        type == typeof(string) ? "Example"
        : type == typeof(int) ? 7
        : type == typeof(long) ? 7L
        : type == typeof(Guid) ? Guid.CreateVersion7()
        : type == typeof(DateOnly) || type == typeof(DateOnly?) ? new DateOnly(2026, 3, 2)
        : type == typeof(DateTime) ? new DateTime(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc)
        : type == typeof(Money) ? new Money(12_345, "EUR")
        : type == typeof(LatestAllocation) ? new LatestAllocation(7, new Money(1, "EUR"), "Berta", new DateTime(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc))
        : throw new ArgumentException($"Give an example of {type}.");
}
