namespace PaymentsApp.Domain;

/// <summary>What the states of a bank line mean for people.</summary>
public static class BankLineStates
{
    /// <summary>A person has to decide.</summary>
    public static readonly IReadOnlyList<BankLineState> NeedsYou =
        [BankLineState.Waiting, BankLineState.Sure, BankLineState.Proposed, BankLineState.Unmatched, BankLineState.Undone];

    /// <summary>There is a payment, made by a person's decision.</summary>
    public static readonly IReadOnlyList<BankLineState> ByPeople = [BankLineState.Accepted, BankLineState.Taken, BankLineState.Returned];

    /// <summary>A payment was registered from the line.</summary>
    public static readonly IReadOnlyList<BankLineState> Posted = [BankLineState.Applied, BankLineState.Accepted, BankLineState.Taken];

    /// <summary>A payment was registered from the line.</summary>
    public static bool IsPosted(BankLineState state) => Posted.Contains(state);

    /// <summary>Nothing is decided about the money: it can be applied.</summary>
    public static bool IsOpen(BankLineState state) => NeedsYou.Contains(state) || state == BankLineState.Left;
}
