namespace PaymentsApp.Data;

/// <summary>The author of what the command line and the start of the program record. Nobody signs in as it.</summary>
public static class SystemUser
{
    public const string Id = "system";

    public const string DisplayName = "PaymentsApp";
}
