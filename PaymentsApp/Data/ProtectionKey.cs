namespace PaymentsApp.Data;

/// <summary>A key that signs and encrypts cookies. In the database, so that every process of the program has the same ones.</summary>
public sealed class ProtectionKey(string name, string xml)
{
    public int Id { get; private set; }

    public string Name { get; private set; } = name;

    /// <summary>As ASP.NET Core Data Protection writes it.</summary>
    public string Xml { get; private set; } = xml;
}
