using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>What became of the lines of a statement: each line is in one part, so the parts add up to the file.</summary>
/// <param name="Currency">Of the sums.</param>
/// <param name="Parts">By state.</param>
public sealed record BankTally(string Currency, IReadOnlyList<BankTallyPart> Parts)
{
    public BankTallyPart Applied => Of(BankLineState.Applied);

    public BankTallyPart ByPeople => Of([.. BankLineStates.ByPeople]);

    public BankTallyPart NeedsYou => Of([.. BankLineStates.NeedsYou]);

    public BankTallyPart NotReceipts => Of(BankLineState.NotReceipt);

    public BankTallyPart Left => Of(BankLineState.Left);

    public BankTallyPart Duplicates => Of(BankLineState.Duplicate);

    public Money Total => new(Parts.Sum(part => part.SumMinor), Currency);

    public int Count => Parts.Sum(part => part.Count);

    public Money SumOf(BankTallyPart part) => new(part.SumMinor, Currency);

    private BankTallyPart Of(params BankLineState[] states)
    {
        var parts = Parts.Where(part => states.Contains(part.State)).ToList();
        return new(states[0], parts.Sum(part => part.Count), parts.Sum(part => part.SumMinor));
    }
}
