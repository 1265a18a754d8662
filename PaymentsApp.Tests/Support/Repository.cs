using System.Reflection;

namespace PaymentsApp.Tests.Support;

/// <summary>Where the project's own files lie; written into the assembly by the build.</summary>
internal static class Repository
{
    /// <summary>Folder of the solution file.</summary>
    public static string Folder { get; } = Metadata("RepositoryFolder");

    /// <summary>PaymentsApp.dll in the program's own build output.</summary>
    public static string ApplicationPath { get; } = Metadata("ApplicationPath");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value ?? throw new InvalidOperationException($"{key} has no value.");
}
