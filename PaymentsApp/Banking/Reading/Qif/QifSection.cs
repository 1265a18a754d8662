namespace PaymentsApp.Banking.Reading.Qif;

/// <summary>What follows one "!" line.</summary>
/// <param name="Name">The line.</param>
/// <param name="IsBank">True when its records are movements of money.</param>
/// <param name="Account">Name of the account, from the "!Account" before it.</param>
/// <param name="Index">Character where it begins.</param>
internal sealed record QifSection(string Name, bool IsBank, string? Account, int Index)
{
    public List<QifRecord> Records { get; } = [];
}
