using System.Reflection;

namespace PaymentsApp.Benchmarks.Processes;

/// <summary>Where the project's own files lie; written into the assembly by the build.</summary>
internal static class Repository
{
    /// <summary>Folder of the solution file.</summary>
    public static string Folder { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryFolder").Value ?? throw new InvalidOperationException("RepositoryFolder has no value.");
}
