namespace PaymentsApp.Administration;

/// <summary>A bank account, as typed.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Number">Its number or the end of it; only the last four characters are kept.</param>
/// <param name="Currency">Stays as it was added.</param>
public sealed record BankAccountForm(int? Id, string Name, string Number, string Currency, bool IsActive)
{
    /// <summary>What payers in its currency read on statements; null for nothing.</summary>
    public string? HowToPay { get; init; }
}
