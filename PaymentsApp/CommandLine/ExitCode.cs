namespace PaymentsApp.CommandLine;

/// <summary>What a command tells the shell.</summary>
public static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>It was done, and something was found or left out: read the output.</summary>
    public const int Problems = 1;

    /// <summary>Nothing was done: wrong arguments, a file that cannot be read, a refusal.</summary>
    public const int Refused = 2;
}
