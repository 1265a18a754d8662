namespace PaymentsApp.CommandLine;

/// <summary>An option of a command.</summary>
/// <param name="Name">With its dashes: <c>--rejected</c>.</param>
/// <param name="ValueName">What follows it, for the help text; null for a switch.</param>
/// <param name="Help">One sentence.</param>
public sealed record CommandOption(string Name, string? ValueName, string Help);
