namespace PaymentsApp.Tests.Support;

/// <summary>Skips a test where something that it needs is not on this machine, and says so on the console too.</summary>
internal static class Needs
{
    public static void That(bool isThere, string orElse)
    {
        if (!isThere)
        {
            // The result file has the reason; the console of `dotnet test` has only the name, but it shows these messages.
            TestContext.Current.SendDiagnosticMessage("Skipped {0}: {1}.", TestContext.Current.Test?.TestDisplayName, orElse);
            Assert.Skip(orElse);
        }
    }
}
