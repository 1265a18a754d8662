using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace PaymentsApp.Tests.Support;

/// <summary>Hands bUnit the AngleSharp.Diffing that the project file copies beside the tests, whatever version it asks for.</summary>
internal static class AngleSharpDiffing
{
    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) => name.Name == "AngleSharp.Diffing"
        ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "diffing", "AngleSharp.Diffing.dll"))
        : null;
}
