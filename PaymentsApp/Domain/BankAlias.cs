namespace PaymentsApp.Domain;

/// <summary>An account or a name under which a customer pays, learned from what people confirmed and undid.</summary>
public sealed class BankAlias(string kind, string key, int organizationId)
{
    /// <summary>The longest key, in characters.</summary>
    public const int KeyLength = 200;

    /// <summary>Account or Name.</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>The account or name without marks, blanks and case.</summary>
    public string Key { get; private set; } = key;

    /// <summary>For whom it pays.</summary>
    public int OrganizationId { get; private set; } = organizationId;

    /// <summary>Confirmations since the last contradiction.</summary>
    public int Confirmed { get; set; }
}
