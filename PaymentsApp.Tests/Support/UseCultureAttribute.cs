using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace PaymentsApp.Tests.Support;

/// <summary>Runs a test, or every test of a class, under a culture, for example de-DE.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UseCultureAttribute(string name) : BeforeAfterTestAttribute
{
    private (CultureInfo Culture, CultureInfo UiCulture) _before;

    public string Name { get; } = name;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(Name);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
}
